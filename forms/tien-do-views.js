// What people read before they decide. views[name](context) -> nodes for every data-show="name";
// liveViews[name](context, content) -> nodes for every data-live="name", drawn again while typing.

import { el, fileLink, parseNumber, printNumber, sizeText, texts, twoDigits } from './tien-do-base.js';

/** A list of terms; pairs without a value are left out. */
const facts = (...pairs) => {
  const shown = pairs.filter(([, value]) => (Array.isArray(value) ? value.length : value != null && value !== ''));
  return shown.length
    ? [
        el(
          'dl.td-facts',
          {},
          shown.map(([term, value]) => [el('dt', {}, term), el('dd', {}, value)]),
        ),
      ]
    : [];
};

/** Text as it was typed, one paragraph per line; lines such as "I. MỤC ĐÍCH" stand out. */
const paragraphs = (text) =>
  (text ?? '')
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map((line) => el(/^\s*[IVXLC]+[.)]\s/.test(line) ? 'p.td-heading' : 'p', {}, line.trim()));

const prose = (text) => (text?.trim() ? el('div.td-prose', {}, paragraphs(text)) : null);

const fileList = (files) =>
  files?.length
    ? el(
        'ul.td-files',
        {},
        files.map((file) => el('li', {}, fileLink(file), el('small', {}, sizeText(file.size)))),
      )
    : null;

/** A table that turns into cards where the column is narrow (see tien-do.css). */
const table = (caption, heads, rows) =>
  rows.length
    ? el(
        'table.td-table',
        { role: 'table' },
        el('caption', {}, caption),
        el(
          'thead',
          { role: 'rowgroup' },
          el(
            'tr',
            { role: 'row' },
            heads.map((head) => el('th', { role: 'columnheader', scope: 'col' }, head)),
          ),
        ),
        el(
          'tbody',
          { role: 'rowgroup' },
          rows.map((cells) =>
            el(
              'tr',
              { role: 'row' },
              cells.map((cell, index) => el('td', { role: 'cell', 'data-label': heads[index] }, cell || '–')),
            ),
          ),
        ),
      )
    : null;

const dueAndLate = ({ due, late }) => (late ? [due, ' ', el('span.td-chip.td-late', {}, texts.lateDue)] : due);

const names = (value) => (Array.isArray(value) ? value.map((one) => one?.name ?? one).join(', ') : value);

const lower = (text) => (text ?? '').toLocaleLowerCase('vi');

/** "Hằng quý", then a line for every term: "Quý I: trước ngày 10/03/2026". */
const dutyDeadline = ({ period, operator, terms = [], into, schemeName }) => {
  const named = terms.filter(({ label, date }) => label || date);
  const lines = named.map(({ label, date }) => {
    const deadline = date ? [operator !== 'NOT_STATED' && lower(texts.operator[operator]), date] : [texts.noDate];
    return [label && `${label}:`, ...deadline].filter(Boolean).join(' ');
  });
  if (!named.length && !into) lines.push(lower(texts.operator[operator ?? 'NOT_STATED']));
  return [schemeName && texts.scoredBy(schemeName), texts.period[period], ...lines, into && texts.mergedInto(into)]
    .filter(Boolean)
    .map((line) => el('div', {}, line));
};

const dutyTarget = ({ recipients, channels, method }) =>
  [
    names(recipients),
    channels?.length && texts.via(names(channels)),
    method && method !== 'SYSTEM' && texts.byMethod(texts.method[method]),
  ]
    .filter(Boolean)
    .join(', ');

function recipientLine({ text, role, units, address }) {
  const mark = /\(.+\)/.exec(texts.role[role] ?? '')?.[0];
  const line = [text, mark && !text?.includes(mark) ? mark : null].filter(Boolean).join(' ');
  const means = [...(units ?? []).map((unit) => unit.name ?? unit), address].filter((name) => name && name !== text);
  return el('li', {}, line, means.length > 0 && el('small', {}, means.join(', ')));
}

/** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" */
const signatureBlock = ({ signatureBlock, title }) => (signatureBlock ?? title ?? '').split('\n');

/** The plan as a document: title, bases in italics, content, tasks, duties, recipients and signer. */
function paper(plan) {
  const tasks = plan.tasks ?? [];
  const duties = plan.duties ?? [];
  return el(
    'article.td-paper',
    {},
    plan.code && el('p.td-number', {}, `${texts.number}: ${plan.code}`),
    el('p.td-kind', {}, texts.kind),
    el('p.td-subject', {}, plan.subject),
    plan.year && !plan.subject?.includes(plan.year) && el('p.td-year', {}, `${texts.year} ${plan.year}`),
    (plan.bases ?? []).filter(Boolean).map((basis) => el('p.td-basis', {}, basis)),
    plan.content?.trim() ? paragraphs(plan.content) : el('p.td-none', {}, texts.empty),
    table(
      texts.tasks,
      [texts.task, texts.lead, texts.coordinators, texts.time],
      tasks.map((task) => [
        [task.text, task.kind && task.kind !== 'ORDER' && el('small', {}, texts.taskKind[task.kind])],
        [task.leadName ?? task.lead, ...(task.coLeads ?? []).map((unit) => unit?.name ?? unit)].filter(Boolean).join('; '),
        names(task.coordinators) || names(task.partners),
        [task.due, task.timeText].filter(Boolean).join('; '),
      ]),
    ),
    table(
      texts.duties,
      [texts.duty, texts.deadline, texts.reporters, texts.to],
      duties.map((duty) => [
        duty.name,
        dutyDeadline({ ...duty, into: duties[duty.mergedInto - 1]?.name }),
        names(duty.reporters),
        duty.schemeName ? null : dutyTarget(duty),
      ]),
    ),
    el(
      'div.td-foot',
      {},
      plan.recipients?.length
        ? el('div.td-recipients', {}, el('p', {}, texts.recipients), el('ul', {}, plan.recipients.map(recipientLine)))
        : el('div'),
      plan.signer &&
        el(
          'div.td-signer',
          {},
          el('div', {}, signatureBlock(plan.signer).map((line) => el('p', {}, line))),
          el('p', {}, plan.signer.name),
        ),
    ),
  );
}

/** "15/02/2023 10:30" -> "2023021510:30", to put remarks in order whatever order they come in. */
const moment = ({ at }) => (at ?? '').replace(/^(\d\d)\/(\d\d)\/(\d{4}) ?/, '$3$2$1');
const inOrder = (remarks) => [...(remarks ?? [])].sort((one, other) => moment(one).localeCompare(moment(other)));

const remark = ({ at, by, step, text, verdict }) =>
  el(
    verdict === 'RETURNED' ? 'li.td-remark.td-was-returned' : 'li.td-remark',
    {},
    el(
      'p.td-who',
      {},
      el('strong', {}, by),
      [texts.step[step] ?? step, at].filter(Boolean).map((part) => ` · ${part}`),
      texts.verdict[verdict] && el('span.td-chip', {}, texts.verdict[verdict]),
    ),
    el('div.td-said', {}, text?.trim() ? paragraphs(text) : el('p.td-none', {}, texts.noRemark)),
  );

const remarkList = (remarks) => (remarks.length ? [el('ol.td-remarks', {}, remarks.map(remark))] : []);

const measured = ({ estimated, measure }, value) =>
  value && [`${value} ${measure}`, estimated && el('small', {}, ` (${texts.estimated})`)];

const stated = (figures = []) => figures.filter(({ periodValue, cumulative }) => periodValue || cumulative);

const figureTable = (figures) =>
  table(
    texts.figures,
    [texts.figure, texts.inPeriod, texts.cumulative, texts.sourceAndCutOff],
    stated(figures).map((figure) => [
      figure.name,
      measured(figure, figure.periodValue),
      measured(figure, figure.cumulative),
      [
        [figure.source, figure.cutOff && texts.until(figure.cutOff)].filter(Boolean).join(', '),
        figure.unsourced && el('span.td-chip.td-late', {}, texts.unsourced),
      ],
    ]),
  );

const reportBody = (report) => [
  report.nil && el('p.td-chip', {}, texts.nil),
  !report.nil && figureTable(report.figures),
  ...[texts.content, texts.difficulties, texts.proposals, texts.explanation].map((title, index) => {
    const text = prose([report.content, report.difficulties, report.proposals, report.explanation][index]);
    return text && el('div.td-part', {}, el('h4', {}, title), text);
  }),
  fileList(report.files),
];

const unitReport = (report) => {
  const missing = !report.handedInAt;
  const state = [
    el('span.td-chip', {}, missing ? texts.missing : report.nil ? texts.nil : report.stateText),
    report.late && !missing && el('span.td-chip', {}, texts.late),
    stated(report.figures).some(({ unsourced }) => unsourced) && el('span.td-chip', {}, texts.unsourced),
  ];
  const head = [
    el('strong', {}, report.unitName),
    state,
    report.handedInAt && el('small', {}, texts.handedInAt(report.handedInAt)),
  ];
  const classes = missing || report.late ? '.td-attention' : '';
  return missing
    ? el(`div.td-unit${classes}`, {}, head)
    : el(`details.td-unit${classes}`, {}, el('summary', {}, head), reportBody(report));
};

export const views = {
  head({ work, subject }) {
    const title = subject?.subject ?? subject?.planSubject;
    return [
      title && el('p.td-title', {}, [subject.code ?? subject.planCode, title].filter(Boolean).join(' – ')),
      el(
        'p.td-chips',
        {},
        subject?.statusText && el('span.td-chip', {}, subject.statusText),
        work.due &&
          el(
            work.overdue ? 'span.td-chip.td-late' : 'span.td-chip',
            {},
            `${work.overdue ? `${texts.overdue} · ` : ''}${texts.due} ${work.due}`,
          ),
      ),
    ];
  },

  /** The last word, if it was a return: what has to be put right now. */
  returned({ subject }) {
    const last = inOrder(subject?.remarks).at(-1);
    return last?.verdict === 'RETURNED' ? remarkList([last]) : [];
  },

  opinions: ({ subject }) => remarkList(inOrder(subject?.remarks)),

  /** Everything said before the return shown by `returned`. */
  earlier: ({ subject }) =>
    remarkList(
      inOrder(subject?.remarks).filter((one, index, all) => index < all.length - 1 || one.verdict !== 'RETURNED'),
    ),

  proposal({ subject: { proposal, subject, drafter, signer } }) {
    return facts(
      [texts.proposingUnit, proposal.unitName],
      [texts.proposedBy, proposal.proposedBy],
      [texts.proposalNumber, texts.dated(proposal.number, proposal.date)],
      [texts.about, subject],
      [texts.summary, prose(proposal.summary)],
      [texts.drafter, drafter?.name],
      [texts.signer, signer && `${signer.name} – ${signer.title}`],
      [texts.files, fileList(proposal.files)],
    );
  },

  /** What the leader decides about a report's deadline. */
  /** What a leader decides about a deadline, and the deadlines there were. */
  question: ({ subject }) => [
    ...facts(
      [texts.unit, subject.unitName],
      [texts.duty, subject.dutyName],
      [texts.askedFor, subject.source],
      [texts.reportDue, dueAndLate(subject)],
      [texts.wanted, subject.wanted],
      [texts.askedBy, subject.askedBy],
      [texts.reason, prose(subject.reason)],
    ),
    subject.changes.length > 0 &&
      el('details.td-more', {}, el('summary', {}, texts.changes), ...views.changes({ subject })),
  ],

  changes: ({ subject: { changes } }) =>
    changes?.length
      ? [
          table(
            texts.changes,
            [texts.changedAt, texts.oldDue, texts.newDue, texts.reason],
            changes.map((change) => [
              [change.at, change.by].join(', '),
              change.oldDue,
              change.newDue,
              [texts.cause[change.cause], change.reason].filter(Boolean).join(': '),
            ]),
          ),
        ]
      : [],

  plan: ({ subject }) => [paper(subject)],

  /** The plan behind a delivery or a report, for those who may read it. */
  planBehind: ({ plan }) => (plan ? [paper(plan), fileList(plan.files)] : []),

  files: ({ subject }) => [fileList(subject.files)].filter(Boolean),

  /** What the form check found; what holds the plan up comes first. */
  findings: ({ extra }) => {
    const found = [...extra.findings].sort((one, other) => Number(other.blocking) - Number(one.blocking));
    return [
      found.length &&
        el('ul.td-findings', {}, ...found.map(({ text, blocking }) => el('li', {}, blocking ? el('b', {}, text) : text))),
    ];
  },

  delivery: ({ subject }) =>
    facts(
      [texts.recipient, subject.recipient],
      [texts.address, subject.address],
      [texts.error, subject.error],
      [texts.attempts, subject.attempts],
    ),

  asked: ({ subject }) =>
    facts(
      [texts.duty, subject.dutyName],
      [texts.periodText, subject.periodText],
      [texts.unit, subject.unitName],
      [texts.reportDue, dueAndLate(subject)],
    ),

  /** What a unit is to do, with whom, until when. */
  assignment: ({ subject }) =>
    facts(
      [texts.task, prose(subject.text)],
      [texts.taskSort, subject.kindText],
      [texts.lead, subject.unitName],
      [texts.coLeads, subject.coLeads.join('; ')],
      [texts.coordinators, subject.coordinators.join('; ')],
      [texts.shareDue, subject.due ? dueAndLate(subject) : texts.noDate],
      [texts.taskState, subject.stateText],
      [texts.workPlan, prose(subject.workPlan)],
    ),

  /** What others do of the task, and what came of it. */
  shares: ({ extra: { parts } }) =>
    parts.length
      ? [
          table(
            texts.parts,
            [texts.who, texts.part, texts.shareDue, texts.taskState, texts.answer],
            parts.map((part) => [
              part.who,
              prose(part.work),
              dueAndLate(part),
              part.stateText,
              part.answeredAt && [
                prose(part.answer),
                fileList(part.files),
                el('small', {}, [part.answeredBy, part.answeredAt].join(', ')),
              ],
            ]),
          ),
        ]
      : [],

  share: ({ subject }) =>
    facts(
      [texts.part, prose(subject.work)],
      [texts.shareDue, dueAndLate(subject)],
      [texts.givenBy, subject.givenBy],
      [texts.task, prose(subject.text)],
      [texts.lead, subject.unitName],
    ),

  told: ({ subject: { told } }) =>
    told.length
      ? [
          table(
            texts.told,
            [texts.changedAt, texts.percent, texts.progress, texts.difficulties],
            told.map((one) => [[one.at, one.by].join(', '), `${one.percent}%`, prose(one.progress), prose(one.difficulties)]),
          ),
        ]
      : [],

  result: ({ subject }) => [
    ...facts(
      [texts.result, prose(subject.result)],
      [texts.difficulties, prose(subject.difficulties)],
      [texts.explanation, prose(subject.explanation)],
    ),
    fileList(subject.files),
  ],

  /** Tasks without end, to be told of in the report. */
  ongoing: ({ subject: { ongoing } }) =>
    ongoing.length ? [el('ul', {}, ongoing.map((text) => el('li', {}, text)))] : [],

  outline: ({ subject }) => [prose(subject.outline)],

  /** The unit's last report of this duty, to read and to take over. */
  previous: ({ subject: { previous } }) => (previous ? [el('p.td-note', {}, previous.periodText), ...reportBody(previous)] : []),

  report({ subject: { report } }) {
    const body = report ? reportBody(report).filter(Boolean) : [];
    return body.length ? body : [el('p.td-none', {}, texts.empty)];
  },

  round: ({ subject }) =>
    facts(
      [texts.duty, subject.dutyName],
      [texts.periodText, subject.periodText],
      [texts.reportDue, subject.due],
      [texts.to, dutyTarget(subject)],
    ),

  reports({ subject: { reports } }) {
    const missing = reports.filter((report) => !report.handedInAt);
    const late = reports.filter((report) => report.handedInAt && report.late);
    const onTime = reports.filter((report) => report.handedInAt && !report.late);
    return [
      el('p.td-count', {}, texts.counted(reports.length, missing.length, late.length)),
      ...[...missing, ...late, ...onTime].map(unitReport),
    ];
  },

  assessment: ({ subject }) =>
    facts(
      [texts.unit, subject.unitName],
      [texts.scheme, subject.schemeName],
      [texts.source, subject.schemeSource],
      [texts.scoringDue, subject.due],
      [texts.selfScore, subject.selfPoints && texts.points(subject.selfPoints, subject.mostPoints)],
    ),

  notScored: ({ subject }) => (subject.scored ? [] : [el('div.td-alert', {}, texts.noSelfScore)]),

  adjustmentLimit: ({ subject }) => [el('p.td-note', {}, texts.adjustmentLimit(subject.adjustmentLimit))],

  rating: ({ subject }) =>
    facts(
      [texts.unit, subject.unitName],
      [texts.scheme, subject.schemeName],
      [texts.rating, el('strong.td-rating', {}, subject.ratingText)],
      [texts.verifiedScore, texts.points(subject.points, subject.mostPoints)],
      [texts.selfScore, subject.selfPoints && texts.points(subject.selfPoints, subject.mostPoints)],
      [
        texts.bonusAndPenalty,
        subject.adjustment && texts.adjusted(subject.bonus, subject.penalty, subject.adjustment),
      ],
      [texts.reasons, subject.reasons.map((reason) => el('p', {}, reason))],
    ),

  scores: ({ subject: { scores } }) => [
    table(
      el('span.td-away', {}, texts.scores),
      [texts.criterion, texts.mostPoints, texts.selfScore, texts.verifiedScore, texts.verifiersRemark],
      scores.map((line) => [
        [
          `${line.number}. ${line.text} `,
          line.knockOut && el('span.td-chip', {}, texts.knockOut),
          el('small', {}, prose(line.evidence)),
          fileList(line.files),
        ],
        line.points,
        line.selfScore,
        line.verifiedScore,
        line.remark,
      ]),
    ),
  ],

  consolidation: ({ subject: { consolidation } }) => [
    el(
      'article.td-paper',
      {},
      consolidation?.content?.trim() ? paragraphs(consolidation.content) : el('p.td-none', {}, texts.empty),
    ),
  ],
};

/** The words of a row that is not typed: nodes or text, true for what the form says itself, else the node is hidden. */
export const rowTexts = {
  scores: (line, before) => ({
    group: line.group !== before?.group && line.group,
    number: `${line.number}.`,
    text: line.text,
    knockOut: line.knockOut,
    most: texts.most(line.points),
    evidenceRequired: line.evidenceRequired,
    given: [
      line.selfScore && el('p', {}, el('strong', {}, texts.selfScored(line.selfScore))),
      prose(line.evidence),
      fileList(line.files),
    ].filter(Boolean),
  }),
};

export const liveViews = {
  /** What the scores add up to while they are typed; nothing while one of them is no number. */
  total({ subject }, { scores, bonus = '0', penalty = '0' }) {
    const points =
      scores.reduce((sum, { score }) => sum + parseNumber(score || '0'), 0) +
      parseNumber(bonus || '0') -
      parseNumber(penalty || '0');
    return Number.isNaN(points) ? [] : [texts.total(texts.points(printNumber(points), subject.mostPoints))];
  },

  /** "14/KH-UBND" while the number is being typed. */
  number({ extra }, { sequence }) {
    return sequence ? [twoDigits(sequence) + (extra?.text ?? '').replace(/^\d+/, '')] : ['…'];
  },

  /** The document the draft will become. */
  draft({ directory, extra }, content) {
    const unitName = (code) =>
      [...directory.units, ...directory.groups].find((unit) => unit.code === code)?.name ?? code;
    return [
      paper({
        ...content,
        tasks: content.tasks.map((task) => ({
          ...task,
          leadName: unitName(task.lead),
          coLeads: task.coLeads.map(unitName),
          partners: task.partners.map(unitName),
        })),
        recipients: content.recipients.map((line) => ({ ...line, units: line.units.map(unitName) })),
        duties: content.duties.map((duty) => ({
          ...duty,
          reporters: duty.reporters.map(unitName),
          recipients: duty.recipients.map(unitName),
          schemeName: extra.schemes.find(({ value }) => value === duty.scheme)?.label,
          channels: duty.channels.map(unitName),
        })),
        signer: directory.signers.find((signer) => signer.login === content.signer),
      }),
    ];
  },

  bases: (context, { bases }) => [String(bases.length)],
  tasks: (context, { tasks }) => [String(tasks.length)],
  recipients: (context, { recipients }) => [String(recipients.length)],
  duties: (context, { duties }) => [String(duties.length)],
  files: (context, { files }) => [String(files.length)],
};
