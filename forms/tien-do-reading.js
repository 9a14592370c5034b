// A plan or Tờ trình in a file becomes proposals for the form's fields. A person sees each one beside its place in the
// text, the uncertain ones first; only what is confirmed goes into the form.
//   button  data-read="plans|proposals"   reads a file, POST /api/{plans|proposals}/extract
//           data-earlier                  begins with an issued plan of another year, GET /api/plans/{id}/next-year

import { Refusal, call, csrfHeaders, el, iconButton, newId, refusal, texts } from './tien-do-base.js';
import { append, find, write } from './tien-do-fields.js';
import { announce, hint, readOne, writeOne } from './tien-do-inputs.js';

const words = {
  reading: (name) => `Đang đọc “${name}”…`,
  title: (name) => `Nội dung đọc được từ “${name}”`,
  counted: (all, taken, left) => `${all} mục · ${taken} đã lấy · ${left} chưa xem`,
  nothing: 'Không đọc được mục nào từ tệp này; hãy nhập bằng tay hoặc chọn tệp khác.',
  rule: 'Chỉ mục được bấm “Lấy” mới vào biểu mẫu. Mục chưa chắc đứng trước; bấm vào mục để xem chỗ ghi trong văn bản.',
  take: 'Lấy',
  skip: 'Bỏ qua',
  undo: 'Hoàn tác',
  taken: 'Đã lấy',
  skipped: 'Đã bỏ qua',
  unsure: 'chưa chắc',
  close: 'Xong',
  text: 'Văn bản',
  now: (value) => `Đang có trong biểu mẫu: ${value}`,
  unlisted: (name) => `“${name}” chưa có trong danh bạ; sau khi lấy, hãy chọn đơn vị trong biểu mẫu.`,
  unlistedOnly: (name) => `“${name}” chưa có trong danh bạ nên không lấy được; hãy chọn trong biểu mẫu.`,
  month: (month) => `Tháng ${month}`,
  noUnit: 'Văn bản không nêu đơn vị chủ trì.',
  ended: ({ endedOn, replacedBy, source }) =>
    `Hết hiệu lực từ ${date(endedOn)}${replacedBy ? `, thay bằng ${replacedBy}` : ''} (nguồn: ${source}).`,
  kind: {
    subject: 'Trích yếu',
    year: 'Năm',
    content: 'Nội dung kế hoạch',
    signer: 'Người ký',
    basis: 'Căn cứ',
    task: 'Nhiệm vụ',
    recipient: 'Nơi nhận',
    duty: 'Chế độ báo cáo',
    deadline: 'Hạn khác, lấy thành nhiệm vụ',
    number: 'Số Tờ trình',
    date: 'Ngày Tờ trình',
    unit: 'Đơn vị trình',
    summary: 'Nội dung đề nghị',
  },
  task: { REQUEST: 'Đề nghị', TARGET: 'Chỉ tiêu', IMPLICIT: 'Chưa rõ đơn vị', NONE: 'Không nêu đơn vị' },
  report: (period) => (period.startsWith('Định kỳ') ? 'Báo cáo định kỳ' : `Báo cáo ${period.toLocaleLowerCase('vi')}`),
  earlier: 'Bắt đầu từ kế hoạch đã ban hành',
  earlierRule:
    'Ngày trong kế hoạch chuyển sang năm mới, số liệu để trống, căn cứ hết hiệu lực được đánh dấu. Nội dung đang có trong biểu mẫu sẽ được thay; tệp kèm theo giữ nguyên.',
  noEarlier: 'Chưa có kế hoạch nào đã ban hành mà bạn được xem.',
  choose: 'Kế hoạch',
  newYear: 'Năm mới',
  begin: 'Dùng làm dự thảo',
  cancel: 'Thôi',
};

const SURE = 0.75;

const date = (iso) => (iso ? iso.split('-').reverse().join('/') : '');
const plain = (name) =>
  name
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/uỷ/g, 'ủy')
    .replace(/ủy ban nhân dân/g, 'ubnd')
    .replace(/hội đồng nhân dân/g, 'hđnd')
    .replace(/\s*[-–—]\s*/g, ' - ')
    .replace(/^(các đồng chí|đồng chí)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
const known = (list, name) => list.find((one) => plain(one.name) === plain(name));

// ---- a file --------------------------------------------------------------------------------------------

export function readFile(form, button) {
  const chooser = el('input.td-away', { type: 'file', accept: '.docx,.pdf,.odt,.txt' });
  chooser.addEventListener('change', () => {
    const [file] = chooser.files;
    chooser.remove();
    if (file) send(form, button, file);
  });
  chooser.addEventListener('cancel', () => chooser.remove());
  button.after(chooser);
  chooser.click();
}

async function send(form, button, file) {
  hint(button, '');
  const label = button.textContent;
  button.disabled = true;
  button.textContent = words.reading(file.name);
  try {
    const found = await extract(button.dataset.read, file);
    confirm(form, button, file.name, found, button.dataset.read === 'plans' ? ofPlan(form, found) : ofProposal(form, found));
  } catch (problem) {
    hint(button, problem instanceof Refusal ? problem.message : texts.unavailable);
  } finally {
    button.disabled = false;
    button.textContent = label;
  }
}

async function extract(kind, file) {
  if (file.size > 50 * 1024 * 1024) throw new Refusal(texts.tooLarge(file.name));
  const content = new FormData();
  content.append('file', file);
  let response;
  try {
    response = await fetch(`/api/${kind}/extract`, {
      method: 'POST',
      headers: { Accept: 'application/json', ...csrfHeaders() },
      body: content,
      credentials: 'same-origin',
    });
  } catch {
    throw new Refusal(texts.network);
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw refusal(response.status, answer);
  return answer;
}

// ---- what was found, as steps that change the form -------------------------------------------------------

/** An item: kind, text, notes, source, confidence and take(), which returns how to undo it; no take, nothing to take. */
function ofPlan({ inputs, context }, found) {
  const { directory } = context;
  const place = Object.fromEntries((found.heading ?? []).map((one) => [one.field, one]));
  const items = [];
  const field = (kind, name, value, shown, at) => {
    if (value != null && value !== '' && at) items.push({ kind, text: shown, ...at, ...single(inputs, name, value) });
  };
  field('subject', 'subject', found.subject, found.subject, place.subject);
  field('year', 'year', found.planYear, String(found.planYear), place.planYear);
  field('content', 'content', found.content?.text, found.content?.text, found.content);
  if (found.signer?.name) items.push(signer(inputs, directory, found.signer));
  found.legalBases.forEach((basis, index) => {
    const ended = found.repealed?.[index];
    items.push({
      ...basis,
      kind: 'basis',
      confidence: ended ? 0.2 : basis.confidence,
      notes: ended ? [words.ended(ended)] : [],
      take: row(inputs, context, 'bases', basis.text),
    });
  });
  for (const task of found.tasks) items.push(ofTask(inputs, context, task));
  for (const deadline of found.otherDeadlines) {
    const own = found.tasks.some(({ due, source }) => due === deadline.date && source.from <= deadline.source.to && deadline.source.from <= source.to);
    if (own || !deadline.date) continue;
    const lead = deadline.who ? known(directory.units, deadline.who) : null;
    items.push({
      ...deadline,
      kind: 'deadline',
      text: deadline.what,
      facts: [deadline.who, deadline.deadlineText],
      take: row(inputs, context, 'tasks', { text: deadline.what, lead: lead?.code ?? '', due: date(deadline.date), timeText: deadline.deadlineText }),
    });
  }
  for (const recipient of found.recipients) {
    const unit = known(directory.units, recipient.text.replace(/\s*\([^)]*\)\s*$/, ''));
    items.push({
      ...recipient,
      kind: 'recipient',
      facts: [texts.role[recipient.role]],
      take: row(inputs, context, 'recipients', { text: recipient.text, role: recipient.role, units: unit ? [unit.code] : [] }),
    });
  }
  for (const duty of found.reportingDuties) items.push(ofDuty(inputs, context, duty, found));
  return items;
}

/** The rest is given as an order. */
const kindOf = { REQUEST: 'REQUEST', TARGET: 'TARGET' };

function ofTask(inputs, context, task) {
  const { directory } = context;
  const listed = (names) => names.map((name) => ({ name, unit: known([...directory.groups, ...directory.units], name) }));
  const units = listed(task.leads);
  const partners = listed(task.coordinators);
  const lead = units.find(({ unit }) => unit);
  const codes = (some) => some.filter(({ unit }) => unit && unit !== lead?.unit).map(({ unit }) => unit.code);
  // in the paper's words as soon as one of them is not in the directory
  const others = [...units, ...partners].some(({ unit }) => !unit)
    ? [...units.filter(({ unit }) => !unit).map(({ name }) => name), ...task.coordinators]
    : [];
  const unlisted = units.filter(({ unit }) => !unit).map(({ name }) => words.unlisted(name));
  return {
    ...task,
    kind: 'task',
    facts: [
      words.task[task.kind],
      task.leads.length && `${texts.lead}: ${task.leads.join('; ')}`,
      task.coordinators.length && `${texts.coordinators}: ${task.coordinators.join('; ')}`,
      task.timeText,
    ],
    notes: task.kind === 'NONE' ? [words.noUnit] : unlisted,
    take: row(inputs, context, 'tasks', {
      text: task.text,
      kind: kindOf[task.kind] ?? 'ORDER',
      lead: lead?.unit.code ?? '',
      coLeads: codes(units),
      partners: codes(partners),
      coordinators: others.join(', '),
      due: date(task.due),
      timeText: task.timeText ?? '',
    }),
  };
}

/** The form's duties have one period each and know no "kịp thời". */
const operators = { AT: 'ON_OR_BEFORE', RECURRING: 'NOT_STATED', PROMPTLY: 'PER_REQUEST' };

/** "Trước ngày 15 hằng tháng" is a term for every month that is left of the plan's year. */
function monthly({ deadlineText }, { planYear, date: issued }) {
  const day = Number(/ngày\s+(\d{1,2})(?!\d|\s*[/-])/i.exec(deadlineText ?? '')?.[1]);
  if (!day || !planYear) return null;
  const terms = [];
  for (let month = 1; month <= 12; month++) {
    const last = new Date(planYear, month, 0).getDate();
    const iso = `${planYear}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
    if (!issued || iso > issued) terms.push({ label: words.month(month), date: date(iso) });
  }
  return { operator: /trước/i.test(deadlineText) ? 'BEFORE' : 'ON_OR_BEFORE', terms };
}

function ofDuty(inputs, context, duty, found) {
  const { units, groups } = context.directory;
  const reporters = (duty.reporter ?? '').split(/;\s*/).filter(Boolean);
  const listed = reporters.map((name) => known([...groups, ...units], name)?.code).filter(Boolean);
  const unlisted = reporters.filter((name) => !known([...groups, ...units], name));
  const channels = duty.via.map((name) => known(units, name)?.code).filter(Boolean);
  const rows = duty.periods.map((period) => ({
    name: words.report(texts.period[period]),
    period,
    operator: operators[duty.operator] ?? duty.operator,
    reporters: listed,
    recipients: [duty.recipient && known(units, duty.recipient)?.code].filter(Boolean),
    channels,
    terms: duty.date ? [{ label: '', date: date(duty.date) }] : [],
    ...(duty.operator === 'RECURRING' && period === 'MONTHLY' ? monthly(duty, found) : null),
  }));
  return {
    ...duty,
    kind: 'duty',
    text: rows.map(({ name }) => name).join('; '),
    facts: [
      duty.reporter && `${texts.reporters}: ${duty.reporter}`,
      duty.recipient && `${texts.to}: ${duty.recipient}`,
      duty.via.length && texts.via(duty.via.join('; ')),
      duty.date ? `${texts.deadline}: ${(texts.operator[duty.operator] ?? '').toLocaleLowerCase('vi')} ${date(duty.date)}` : duty.deadlineText || texts.noDate,
    ],
    notes: [...unlisted, ...[duty.recipient, ...duty.via].filter((name) => name && !known(units, name))].map(words.unlisted),
    take: () => {
      const undo = rows.map((one) => row(inputs, context, 'duties', one)());
      return () => undo.forEach((step) => step());
    },
  };
}

function signer(inputs, { signers }, found) {
  const official = known(signers, found.name);
  return {
    ...found,
    kind: 'signer',
    text: found.name,
    facts: [[...found.capacities, found.title].filter(Boolean).join(' / ')],
    ...(official ? single(inputs, 'signer', official.login, official.name) : { notes: [words.unlistedOnly(found.name)] }),
  };
}

function ofProposal({ inputs, context }, found) {
  const place = Object.fromEntries((found.heading ?? []).map((one) => [one.field, one]));
  const items = [];
  const field = (kind, name, value, shown, at) => {
    if (value && at) items.push({ kind, text: shown, ...at, ...single(inputs, name, value) });
  };
  field('number', 'proposalNumber', found.code, found.code, place.code);
  field('date', 'proposalDate', date(found.date), date(found.date), place.date);
  // the form asks for the plan's own subject
  const subject = found.subject?.replace(/^(?:đề nghị\s+)?(?:phê duyệt|ban hành)\s+kế hoạch\s+(\p{L})/iu, (all, first) => first.toLocaleUpperCase('vi'));
  field('subject', 'subject', subject, subject, place.subject);
  field('summary', 'summary', found.summary, found.summary, place.summary);
  if (found.unit && place.issuingBody) {
    const unit = known(context.directory.units, found.unit);
    items.push({
      kind: 'unit',
      text: found.unit,
      ...place.issuingBody,
      ...(unit ? single(inputs, 'unit', unit.code, unit.name) : { notes: [words.unlistedOnly(found.unit)] }),
    });
  }
  return items;
}

/** Writes one field; what it held comes back with undo. */
function single(inputs, name, value) {
  const control = find(inputs, name);
  const before = readOne(control);
  const shown = control.value?.trim();
  return {
    notes: shown && String(before) !== String(value) ? [words.now(shown.length > 160 ? `${shown.slice(0, 160)}…` : shown)] : [],
    take: () => {
      const held = readOne(control);
      writeOne(control, value);
      hint(control, '');
      announce(control);
      return () => {
        writeOne(control, held);
        announce(control);
      };
    },
  };
}

const row = (inputs, context, list, content) => () => append(inputs, list, content, context);

// ---- the person decides ----------------------------------------------------------------------------------

function confirm(form, button, name, found, items) {
  const order = [...items].sort((a, b) => a.confidence - b.confidence || a.source.from - b.source.from);
  const counter = el('p.td-reading-count', { role: 'status' });
  const text = el('div.td-reading-text', { tabIndex: 0, role: 'region', 'aria-label': words.text });
  const list = el('ol.td-reading-items');
  const close = el('button.td-main', { type: 'button' }, words.close);
  const dialog = el(
    'dialog.td-reading',
    { 'aria-labelledby': newId() },
    el(
      'header',
      {},
      el('div', {}, el('h3', {}, words.title(name)), counter),
      iconButton('close', words.close, () => dialog.close()),
    ),
    el('p.td-note', {}, order.length ? words.rule : words.nothing),
    el('div.td-reading-panes', {}, list, text),
    el('footer', {}, close),
  );
  dialog.querySelector('h3').id = dialog.getAttribute('aria-labelledby');
  const cards = order.map((item) => card(item));
  const count = () => {
    const done = (state) => cards.filter(({ node }) => node.dataset.state === state).length;
    counter.textContent = words.counted(cards.length, done('taken'), cards.length - done('taken') - done('skipped'));
  };
  const show = (item, node) => {
    list.querySelector('[aria-current]')?.removeAttribute('aria-current');
    node.setAttribute('aria-current', 'true');
    const { from, to } = item.source;
    const mark = el('mark', {}, found.text.slice(from, to));
    text.replaceChildren(found.text.slice(0, from), mark, found.text.slice(to));
    text.scrollTop = mark.offsetTop - text.offsetTop - text.clientHeight / 3;
  };
  const next = () => {
    const open = cards.find(({ node }) => !node.dataset.state);
    if (!open) return void close.focus();
    show(open.item, open.node);
    open.node.scrollIntoView({ block: 'nearest' });
    (open.node.querySelector('.td-reading-take') ?? open.node.querySelector('button')).focus({ preventScroll: true });
  };

  function card(item) {
    const node = el('li');
    let undo = null;
    const decide = (state) => {
      undo = state === 'taken' ? item.take() : null;
      node.dataset.state = state;
      draw();
      count();
      next();
    };
    const back = () => {
      undo?.();
      delete node.dataset.state;
      draw();
      count();
      show(item, node);
      node.querySelector('button').focus();
    };
    const act = (name, label, action) => {
      const control = el(name, { type: 'button' }, label);
      control.addEventListener('click', (event) => {
        event.stopPropagation();
        action();
      });
      return control;
    };
    const draw = () => {
      const { state } = node.dataset;
      const long = item.text.length > 420;
      const parts = [
        el(
          'p.td-reading-kind',
          {},
          words.kind[item.kind],
          item.confidence < SURE && el('span.td-reading-unsure', {}, words.unsure),
        ),
        el('p.td-reading-words', {}, long ? `${item.text.slice(0, 420)}…` : item.text),
        (item.facts ?? []).filter(Boolean).length ? el('p.td-reading-facts', {}, item.facts.filter(Boolean).join(' · ')) : null,
        ...(item.notes ?? []).map((note) => el('p.td-reading-warning', {}, note)),
        state
          ? el('p.td-reading-done', {}, words[state], ' ', act('button.td-link', words.undo, back))
          : el(
              'p.td-reading-actions',
              {},
              item.take && act('button.td-reading-take', words.take, () => decide('taken')),
              act('button.td-link', words.skip, () => decide('skipped')),
            ),
      ];
      node.replaceChildren(...parts.filter(Boolean));
    };
    draw();
    node.addEventListener('click', () => show(item, node));
    node.addEventListener('focusin', () => show(item, node));
    return { item, node };
  }

  list.append(...cards.map(({ node }) => node));
  text.textContent = found.text;
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    button.focus();
  });
  form.root.append(dialog);
  count();
  dialog.showModal();
  next();
}

// ---- an earlier plan -------------------------------------------------------------------------------------

export async function beginWithEarlier(form, button) {
  hint(button, '');
  try {
    choose(form, button, await call('GET', '/plans/earlier'));
  } catch (problem) {
    hint(button, problem.message);
  }
}

function choose(form, button, plans) {
  const { inputs, context } = form;
  const plan = el('select', { id: newId() }, plans.map(({ id, title }) => new Option(title, id)));
  const year = el('input', { id: newId(), inputMode: 'numeric', maxLength: 4, value: String(readOne(find(inputs, 'year')) ?? '') });
  const problem = el('p.td-error', { role: 'alert', hidden: true });
  const begin = el('button.td-main', { type: 'button', disabled: !plans.length }, words.begin);
  const cancel = el('button.td-link', { type: 'button' }, words.cancel);
  const dialog = el(
    'dialog.td-reading.td-reading-small',
    { 'aria-label': words.earlier },
    el('header', {}, el('h3', {}, words.earlier)),
    el('p.td-note', {}, plans.length ? words.earlierRule : words.noEarlier),
    el('div.td-field', {}, el('label', { htmlFor: plan.id }, words.choose), plan),
    el('div.td-field', {}, el('label', { htmlFor: year.id }, words.newYear), year),
    problem,
    el('footer', {}, begin, cancel),
  );
  begin.addEventListener('click', async () => {
    try {
      const start = await call('GET', `/plans/${encodeURIComponent(plan.value)}/next-year?year=${encodeURIComponent(year.value)}`);
      const files = readOne(find(inputs, 'files'));
      write(inputs, { ...start, bases: start.bases.map(({ text }) => text), files }, context);
      start.bases.forEach(({ repealed }, index) => {
        if (repealed) hint(find(inputs, `bases[${index}]`), words.ended(repealed));
      });
      dialog.close();
      announce(inputs);
    } catch (refused) {
      problem.textContent = refused.message;
      problem.hidden = false;
    }
  });
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    button.focus();
  });
  form.root.append(dialog);
  dialog.showModal();
}
