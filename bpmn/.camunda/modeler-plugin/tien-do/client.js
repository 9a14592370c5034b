// What the server checks at a deployment and can be seen in the diagram alone, while it is being drawn. The server decides.
(function() {
  const PACKAGE = 'bpmnlint-plugin-tien-do';
  const NAMED_BY_PEOPLE = /^[a-z][a-zA-Z0-9]*(-[a-z][a-zA-Z0-9]*)?$/;
  const FORM = /^embedded:deployment:[a-z0-9-]+\.html$/;
  const STEP = /^\$\{\w+\}$/;
  const SPAN = /^(R\d+\/)?P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
  const OURS = /^[$#]\{.+\}$/s;

  const is = (node, type) => typeof node.$instanceOf === 'function' && node.$instanceOf(type);
  const camunda = (node, name) => node.get ? node.get('camunda:' + name) : undefined;
  const extensions = node => (node.extensionElements && node.extensionElements.values) || [];
  const each = check => () => ({ check });

  const rules = {
    id: each((node, reporter) => {
      if ((is(node, 'bpmn:FlowNode') || is(node, 'bpmn:Process')) && !NAMED_BY_PEOPLE.test(node.id)) {
        reporter.report(node.id, 'Hãy đặt mã (Id) nói lên công việc: không dấu, viết liền, chữ đầu viết thường');
      }
    }),
    name: each((node, reporter) => {
      if (is(node, 'bpmn:Activity') && !/\p{L}/u.test(node.name || '')) {
        reporter.report(node.id, 'Chưa có tên');
      }
    }),
    retention: each((node, reporter) => {
      if (is(node, 'bpmn:Process')) {
        const days = /^P?(\d+)D?$/.exec(camunda(node, 'historyTimeToLive') || '');
        if (!days || Number(days[1]) < 3650) {
          reporter.report(node.id, 'History time to live: hồ sơ phải lưu ít nhất 10 năm, hãy ghi P3650D');
        }
      }
    }),
    step: each((node, reporter) => {
      if (is(node, 'bpmn:ServiceTask') && !camunda(node, 'expression')
          && !STEP.test(camunda(node, 'delegateExpression') || '')) {
        reporter.report(node.id, 'Hãy chọn một mẫu bước (Template) của hệ thống');
      }
      if (is(node, 'bpmn:ScriptTask')) {
        reporter.report(node.id, 'Mô hình không được chứa đoạn mã');
      }
    }),
    retries: each((node, reporter) => {
      if (is(node, 'bpmn:ServiceTask') && camunda(node, 'asyncBefore')
          && !extensions(node).some(it => is(it, 'camunda:FailedJobRetryTimeCycle'))) {
        reporter.report(node.id, 'Bước chạy nền chưa ghi số lần thử lại: Retry time cycle, ví dụ R5/PT5M');
      }
    }),
    'no-code': each((node, reporter) => {
      if (is(node, 'bpmn:FlowNode') && extensions(node).some(it => /(Listener|[cC]onnector)$/.test(it.$type))) {
        reporter.report(node.id, 'Không dùng listener, connector; hãy vẽ thành một bước');
      }
      if (is(node, 'bpmn:FlowNode') && (camunda(node, 'class') || camunda(node, 'topic'))) {
        reporter.report(node.id, 'Không gọi lớp, không chờ chương trình bên ngoài');
      }
    }),
    'user-task': each((node, reporter) => {
      if (!is(node, 'bpmn:UserTask')) {
        return;
      }
      if (!FORM.test(camunda(node, 'formKey') || '')) {
        reporter.report(node.id, 'Form key: hãy ghi embedded:deployment:ten-bieu-mau.html');
      }
      if (!camunda(node, 'assignee') && !camunda(node, 'candidateUsers') && !camunda(node, 'candidateGroups')) {
        reporter.report(node.id, 'Chưa giao cho ai');
      }
      if (!camunda(node, 'dueDate')) {
        reporter.report(node.id, 'Chưa có hạn (Due date)');
      }
    }),
    'default-flow': each((node, reporter) => {
      if ((is(node, 'bpmn:ExclusiveGateway') || is(node, 'bpmn:InclusiveGateway'))
          && (node.outgoing || []).length > 1 && !node.default) {
        reporter.report(node.id, 'Chưa có hướng đi mặc định (Default flow)');
      }
    }),
    timer: each((node, reporter) => {
      for (const timer of (node.eventDefinitions || []).filter(it => is(it, 'bpmn:TimerEventDefinition'))) {
        const date = timer.timeDate && timer.timeDate.body;
        const span = (timer.timeDuration && timer.timeDuration.body) || (timer.timeCycle && timer.timeCycle.body);
        if (!(date ? OURS.test(date.trim()) : SPAN.test((span || '').trim()))) {
          reporter.report(node.id, 'Hẹn giờ: dùng hạn của hệ thống hoặc khoảng thời gian ISO 8601, ví dụ P3D');
        }
      }
    })
  };

  const config = {
    rules: Object.fromEntries(Object.keys(rules).map(name => [ 'tien-do/' + name, 'error' ]))
  };

  const resolver = {
    resolveRule(pkg, name) {
      if (pkg !== PACKAGE || !rules[name]) {
        throw new Error('cannot resolve rule <' + pkg + '/' + name + '>');
      }
      return rules[name];
    },
    resolveConfig(pkg, name) {
      throw new Error('cannot resolve config <' + name + '> in <' + pkg + '>');
    }
  };

  window.plugins = window.plugins || [];
  window.plugins.push({ plugin: { config, resolver }, type: 'lintRules.bpmn' });
})();
