// Embedded task forms of Tiến Độ. A form calls open(camForm); see the data- attributes in forms/*.html:
//   form    data-start="selfAssessment"  the process the form begins; without it and without a task planLifecycle
//           data-source="plans"  what the task is about, GET /api/plans/{businessKey}; data-extra="next-number";
//           data-behind: also the plan behind a delivery or report, if it may be read
//   region  data-show, data-live (tien-do-views.js); data-optional: hidden while empty; data-when="mustExplain": subject.mustExplain
//   field   data-field, data-list (tien-do-fields.js), data-kind, data-options (tien-do-inputs.js); data-required
//   button  data-verdict="APPROVED" or data-send='{"nil":true}' completes the task; data-needs="remark" fields it needs;
//           data-post="extension" asks for something beside the work, data-again="person" as often as one likes,
//           with these fields empty again

import { Refusal, call, el, formatDate, icon, signInLink, texts, twoDigits } from './tien-do-base.js';
import { dropEmptyRows, find, prepare, read, write } from './tien-do-fields.js';
import { hint, isUploading, writeOne } from './tien-do-inputs.js';
import { liveViews, views } from './tien-do-views.js';

const AUTOSAVE_AFTER = 1500;
const RETRY_AFTER = 10_000;
const CLAIM_CHECK_EVERY = 4000;
const SLOW_AFTER = 8000;
const MESSAGE_SHOWN = 1800;
const LARGEST_KEEPALIVE = 60_000; // browsers refuse bigger requests that outlive their page

/** Autosaves on their way, by work id: a form opened again waits for what its predecessor still sends. */
const savesUnderWay = new Map();

export function leave() {
  location.hash = '#/';
  location.reload();
}

export async function open(camForm, { onDone = leave } = {}) {
  const root = camForm.formElement[0] ?? camForm.formElement;
  await stylesheet();
  await new TaskForm(root, camForm.taskId ?? `start/${root.dataset.start ?? 'planLifecycle'}`, onDone).load();
}

function stylesheet() {
  const href = new URL('tien-do.css', import.meta.url).href;
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return undefined;
  const link = el('link', { rel: 'stylesheet', href });
  return new Promise((resolve) => {
    link.onload = resolve;
    link.onerror = resolve;
    document.head.append(link);
  });
}

/** What a form starts with when nothing has been saved for its task yet. */
const firstContent = {
  planProposed: ({ directory: { me } }) => ({ unit: me.unit, drafter: me.login }),

  draftPlan: ({ subject: plan }) => ({
    subject: plan.subject,
    year: plan.year ?? new Date().getFullYear(),
    bases: plan.bases?.length ? plan.bases : [''],
    content: plan.content,
    tasks: plan.tasks?.map((task) => ({
      ...task,
      coLeads: task.coLeads.map(({ code }) => code),
      partners: task.partners.map(({ code }) => code),
    })),
    recipients: plan.recipients?.map((line) => ({ ...line, units: line.units.map(({ code }) => code) })),
    duties: plan.duties?.map((duty) => ({
      ...duty,
      reporters: duty.reporters.map(({ code }) => code),
      recipients: duty.recipients.map(({ code }) => code),
      channels: duty.channels.map(({ code }) => code),
    })),
    signer: plan.signer?.login,
    files: plan.files,
  }),

  numberPlan: ({ extra }) => ({ sequence: extra.sequence, issuedOn: extra.date ?? formatDate(new Date()) }),
  deliverByHand: ({ subject }) => ({ address: subject.address }),
  handInReport: ({ subject }) => ({
    ...subject.report,
    figures: subject.figures.map((figure) => ({ ...figure, cutOff: figure.cutOff ?? subject.cutOff })),
  }),
  carryOutAssignment: ({ subject: { percent, progress, difficulties, result, files } }) => ({
    percent,
    progress,
    difficulties,
    result,
    files,
  }),
  scoreOneself: ({ subject }) => ({ scores: subject.scores.map((line) => ({ ...line, score: line.selfScore })) }),
  verifyScore: ({ subject }) => ({
    ...subject,
    scores: subject.scores.map((line) => ({ ...line, score: line.verifiedScore ?? line.selfScore })),
  }),
  editConsolidation: ({ subject }) => ({ content: subject.consolidation?.content }),
};

/** The words beside the figures that a report asks for. */
const complete = (subject) =>
  subject?.dutyName && subject.figures
    ? {
        ...subject,
        hasFigures: subject.figures.length > 0,
        figures: subject.figures.map((figure, index, all) => ({
          ...figure,
          origin: figure.origin && figure.origin !== all[index - 1]?.origin ? texts.ofDuty(figure.origin) : '',
          about: texts.measured(figure.measure, figure.target),
          before: figure.previous && texts.lastTime(figure.previous),
        })),
      }
    : subject;

class TaskForm {
  constructor(root, id, onDone) {
    Object.assign(this, { root, id, onDone });
    this.body = root.querySelector('.td-body');
    this.inputs = root.querySelector('fieldset');
    this.opening = root.querySelector('.td-opening');
    this.status = el('p.td-status', { role: 'status' });
    this.alert = el('div.td-alert', { role: 'alert', tabIndex: -1, hidden: true });
    this.claim = el('p.td-claim', { hidden: true }, texts.claimFirst);
    this.body.before(this.alert, this.claim);
    const actions = root.querySelector('.td-actions');
    this.release = el('button.td-link.td-release', { type: 'button', hidden: true }, texts.release);
    actions.append(this.status, this.release);
    // leaving a field may move the page under the pointer, and the click would miss its button
    actions.addEventListener('mousedown', (event) => event.preventDefault());
    this.timers = {};
    this.ended = new AbortController();
    this.saved = null; // content as last known to the server, as JSON
    this.busy = false;
    this.watchRemoval();
  }

  // ---- opening ---------------------------------------------------------------------------------

  async load() {
    this.alert.hidden = true;
    this.opening.hidden = false;
    try {
      await savesUnderWay.get(this.id);
      const [work, directory] = await Promise.all([call('GET', `/work/${this.id}`), call('GET', '/directory')]);
      const { source, extra, behind } = this.root.dataset;
      const about = source && `/${source}/${encodeURIComponent(work.businessKey)}`;
      const [subject, more] = await Promise.all([
        about && call('GET', about),
        extra && call('GET', `${about}/${extra}`),
      ]);
      const plan =
        behind === undefined
          ? null
          : await call('GET', `/plans/${encodeURIComponent(subject.planId)}`).catch(() => null);
      this.context = { work, directory, subject: complete(subject), plan, extra: more, root: this.root };
    } catch (problem) {
      this.opening.hidden = true;
      return this.complain(problem, () => this.load());
    }
    if (this.root.isConnected) this.show();
    return undefined;
  }

  show() {
    const { subject, extra } = this.context;
    for (const node of this.root.querySelectorAll('[data-when]'))
      node.hidden = !(subject?.[node.dataset.when] ?? extra?.[node.dataset.when]);
    this.showViews();
    prepare(this.inputs, this.context);
    this.listen();
    this.fill();
    this.opening.hidden = true;
    this.body.hidden = false;
  }

  showViews() {
    for (const node of this.root.querySelectorAll('[data-show]')) {
      const shown = views[node.dataset.show](this.context).filter(Boolean);
      node.replaceChildren(...shown);
      (node.closest('[data-optional]') ?? node).hidden = !shown.length;
    }
  }

  /** Puts the saved input (or the first content) into the fields and unlocks them if the task is ours. */
  fill() {
    const { work } = this.context;
    const kept = work.mine ? this.kept() : null;
    write(this.inputs, work.input ?? firstContent[work.step]?.(this.context) ?? {}, this.context);
    this.saved = this.content();
    if (kept && kept !== this.saved) {
      write(this.inputs, JSON.parse(kept), this.context);
      this.say(texts.restored);
      this.later('save', AUTOSAVE_AFTER, () => this.save());
    }
    this.inputs.disabled = !work.mine;
    this.claim.hidden = work.mine;
    this.release.hidden = !work.returnable;
    this.drawLive();
    if (!work.mine) this.later('claim', CLAIM_CHECK_EVERY, () => this.checkClaim());
  }

  async checkClaim() {
    const work = document.hidden ? null : await call('GET', `/work/${this.id}`).catch(() => null);
    if (this.ended.signal.aborted) return;
    if (work?.mine) {
      this.context.work = work;
      this.fill();
    } else this.later('claim', CLAIM_CHECK_EVERY, () => this.checkClaim());
  }

  listen() {
    const { signal } = this.ended;
    const on = (target, type, listener, options = {}) =>
      target.addEventListener(type, listener, { signal, ...options });
    on(this.root, 'submit', (event) => event.preventDefault());
    on(this.root, 'input', (event) => this.changed(event.target));
    on(this.root, 'change', (event) => this.changed(event.target));
    on(this.root, 'toggle', () => this.drawLive(), { capture: true });
    on(window, 'pagehide', () => this.saveNow());
    // Leaving for another tab, or coming back from signing in again there.
    on(document, 'visibilitychange', () => this.saveNow());
    on(window, 'online', () => this.saveNow());
    for (const button of this.root.querySelectorAll('.td-actions button:not(.td-release)')) {
      on(button, 'click', () => this.submit(button));
    }
    for (const button of this.root.querySelectorAll('[data-post]')) {
      on(button, 'click', () => this.post(button));
    }
    for (const button of this.root.querySelectorAll('[data-take]')) on(button, 'click', () => this.take(button));
    const reading = (name, action) => {
      for (const button of this.root.querySelectorAll(name))
        on(button, 'click', () => import('./tien-do-reading.js').then((module) => action(module, button)));
    };
    reading('[data-read]', (module, button) => module.readFile(this, button));
    reading('[data-earlier]', (module, button) => module.beginWithEarlier(this, button));
    on(this.release, 'click', () => this.giveBack());
  }

  /** A request beside the work itself, for example for more time; the task stays open. */
  async post(button) {
    for (const node of this.root.querySelectorAll('[aria-invalid]')) hint(node, '');
    const problem = this.missingFor(button, []);
    if (problem) return void this.complain(problem);
    const { source } = this.root.dataset;
    button.disabled = true;
    try {
      const about = `/${source}/${encodeURIComponent(this.context.work.businessKey)}/${button.dataset.post}`;
      await call('POST', about, read(this.inputs));
      this.alert.hidden = true;
      if (button.dataset.again !== undefined) await this.again(button);
      if (button.dataset.again === undefined) button.replaceWith(el('p.td-note', { role: 'status' }, texts.asked));
      else {
        button.disabled = false;
        this.say(texts.toldNow);
      }
    } catch (refused) {
      button.disabled = false;
      this.complain(refused);
    }
    return undefined;
  }

  /** What was told is shown at once; data-again names the fields that are empty for the next one. */
  async again(button) {
    for (const name of button.dataset.again.split(' ').filter(Boolean)) writeOne(find(this.inputs, name), '');
    this.changed(button);
    const { source, extra } = this.root.dataset;
    const about = `/${source}/${encodeURIComponent(this.context.work.businessKey)}`;
    const [subject, more] = await Promise.all([call('GET', about), extra && call('GET', `${about}/${extra}`)]);
    Object.assign(this.context, { subject: complete(subject), extra: more });
    this.showViews();
  }

  /** Adds what another report said to what is typed already. */
  take(button) {
    const other = this.context.subject[button.dataset.take];
    for (const control of this.inputs.querySelectorAll('textarea[data-field]')) {
      const text = other[control.dataset.field];
      if (text && !control.value.includes(text)) control.value = [control.value.trim(), text].filter(Boolean).join('\n');
    }
    this.changed(button);
  }

  drawLive() {
    const content = read(this.inputs);
    for (const node of this.root.querySelectorAll('[data-live]')) {
      const folded = node.closest('details:not([open])');
      if (!folded || node.closest('summary'))
        node.replaceChildren(...liveViews[node.dataset.live](this.context, content));
    }
  }

  /** Tasklist takes a form away without a word; then timers and listeners must go and the last words be saved. */
  watchRemoval() {
    const observer = new MutationObserver(() => {
      if (this.root.isConnected) return;
      observer.disconnect();
      this.saveNow();
      this.end();
    });
    observer.observe(document.documentElement, { childList: true, subtree: true });
    this.ended.signal.addEventListener('abort', () => observer.disconnect());
  }

  end() {
    this.ended.abort();
    Object.values(this.timers).forEach(clearTimeout);
  }

  later(name, milliseconds, action) {
    clearTimeout(this.timers[name]);
    if (!this.ended.signal.aborted) this.timers[name] = setTimeout(action, milliseconds);
  }

  // ---- saving while typing ---------------------------------------------------------------------

  content() {
    return JSON.stringify(read(this.inputs));
  }

  changed(control) {
    if (control.getAttribute('aria-invalid') && control.matches('select, textarea, input:not([role]):not([data-kind])'))
      hint(control, '');
    this.drawLive();
    if (this.busy || this.locked) return;
    this.say(texts.unsaved);
    this.later('save', AUTOSAVE_AFTER, () => this.save());
  }

  get unsaved() {
    return this.saved !== null && this.context.work.mine && !this.locked && this.content() !== this.saved;
  }

  /** The page or the form is going away. */
  saveNow() {
    if (this.busy || !this.unsaved) return;
    this.keep();
    this.save({ keepalive: new Blob([this.content()]).size < LARGEST_KEEPALIVE });
  }

  /** One save at a time, so that an older text never overwrites a newer one; a page going away cannot wait. */
  async save(options) {
    clearTimeout(this.timers.save);
    if (!options?.keepalive) await savesUnderWay.get(this.id);
    if (this.busy || !this.unsaved) return;
    const content = this.content();
    this.say(texts.saving);
    const sending = call('PUT', `/work/${this.id}/input`, JSON.parse(content), options).then(
      () => {
        this.saved = content;
        this.forget();
        if (this.signedOut) this.alert.hidden = true;
        this.signedOut = false;
        const now = new Date();
        this.say(texts.savedAt(`${twoDigits(now.getHours())}:${twoDigits(now.getMinutes())}`));
        if (this.unsaved) this.later('save', AUTOSAVE_AFTER, () => this.save());
      },
      (problem) => this.notSaved(problem),
    );
    savesUnderWay.set(this.id, sending);
    await sending;
    if (savesUnderWay.get(this.id) === sending) savesUnderWay.delete(this.id);
  }

  notSaved(problem) {
    this.keep();
    if (this.ended.signal.aborted) return;
    if ([403, 404, 409, 410].includes(problem.status)) {
      this.locked = true; // the task went to somebody else or is finished
      this.say('');
      this.complain(problem);
      return;
    }
    if (problem.status === 401) {
      this.say(`${texts.signIn}. `, signInLink());
      if (this.alert.hidden) this.complain(problem, null, { quiet: true });
      this.signedOut = true;
    } else this.say(problem.status >= 400 && problem.status < 500 ? problem.message : texts.savedLater);
    this.later('save', RETRY_AFTER, () => this.save());
  }

  say(...words) {
    this.status.replaceChildren(...words);
  }

  // A copy in this browser tab, only for as long as the server does not have it.

  get keepKey() {
    return `tien-do ${this.context.directory.me.login} ${this.id}`;
  }

  keep() {
    try {
      sessionStorage.setItem(this.keepKey, this.content());
    } catch {
      /* storage full or forbidden: the text is still on the page */
    }
  }

  kept() {
    try {
      return sessionStorage.getItem(this.keepKey);
    } catch {
      return null;
    }
  }

  forget() {
    try {
      sessionStorage.removeItem(this.keepKey);
    } catch {
      /* nothing was kept either */
    }
  }

  // ---- completing the task ---------------------------------------------------------------------

  async submit(button) {
    if (this.busy) return;
    for (const node of this.root.querySelectorAll('[aria-invalid]')) hint(node, '');
    dropEmptyRows(this.inputs);
    this.drawLive();
    const problem = this.missing(button) ?? (isUploading(this.root) ? new Refusal(texts.waitForFiles) : null);
    if (problem) return void this.complain(problem);
    const label = button.textContent;
    this.setBusy(true);
    button.textContent = texts.sending;
    this.alert.hidden = true;
    this.later('slow', SLOW_AFTER, () => this.say(texts.slow));
    clearTimeout(this.timers.save);
    await savesUnderWay.get(this.id);
    const { verdict, send } = button.dataset;
    try {
      const content = { ...read(this.inputs), ...(send ? JSON.parse(send) : {}), ...(verdict ? { verdict } : {}) };
      const answer = await call('POST', `/work/${this.id}`, content);
      this.finish(answer?.message ?? texts.done);
    } catch (refused) {
      this.keep();
      this.say('');
      button.textContent = label;
      this.setBusy(false);
      if (this.unsaved) this.later('save', RETRY_AFTER, () => this.save());
      this.complain(refused);
    } finally {
      clearTimeout(this.timers.slow);
    }
    return undefined;
  }

  /** The task goes back to the unit once everything typed is on the server. */
  async giveBack() {
    if (this.busy) return;
    await this.save();
    if (this.unsaved) return;
    this.setBusy(true);
    try {
      this.finish((await call('POST', `/work/${this.id}/release`)).message);
    } catch (refused) {
      this.setBusy(false);
      this.complain(refused);
    }
  }

  setBusy(busy) {
    this.busy = busy;
    this.root.setAttribute('aria-busy', String(busy));
    for (const button of this.root.querySelectorAll('.td-actions button')) button.disabled = busy;
  }

  missing(button) {
    const always = button.dataset.verdict === 'RETURNED' ? [] : [...this.inputs.querySelectorAll('[data-required]')];
    return this.missingFor(button, always);
  }

  missingFor(button, always) {
    const needed = (button.dataset.needs ?? '')
      .split(' ')
      .filter(Boolean)
      .map((name) => find(this.inputs, name));
    const empty = [...always, ...needed].find((control) => !control.closest('[hidden]') && !control.value.trim());
    if (!empty) return null;
    const problem = new Refusal(texts.fill(empty.closest('.td-field').querySelector('label').textContent));
    problem.control = empty;
    return problem;
  }

  finish(message) {
    this.forget();
    this.end();
    this.alert.hidden = true;
    const done = el('div.td-done', { role: 'status', tabIndex: -1 }, icon('check'), el('p', {}, message));
    this.body.replaceChildren(done);
    done.focus();
    // Whoever has moved on to other work meanwhile is not torn away from it.
    setTimeout(() => {
      if (this.root.isConnected) this.onDone();
    }, MESSAGE_SHOWN);
  }

  /** Shows a sentence at the top and, if the problem belongs to a field, at that field too. */
  complain(problem, retry = null, { quiet = false } = {}) {
    const sentence = problem instanceof Refusal ? problem.message : texts.unavailable;
    const lines = [el('p', {}, sentence)];
    if (problem.status === 401) {
      lines.push(el('p', {}, signInLink()));
      if (!retry) lines.push(el('p', {}, texts.keptTyped));
    }
    if (retry) {
      const again = el('button', { type: 'button' }, texts.retry);
      again.addEventListener('click', retry);
      lines.push(el('p', {}, again));
    }
    this.alert.replaceChildren(...lines);
    this.alert.hidden = false;
    if (quiet) return;
    const control = problem.control ?? (problem.field ? find(this.inputs, problem.field) : null);
    for (let folded = control?.closest('details'); folded; folded = folded.parentElement.closest('details'))
      folded.open = true;
    const unasked = control?.closest('[data-when]');
    if (unasked) unasked.hidden = false; // the deadline passed while the form was open
    (problem.control ?? this.alert).focus({ preventScroll: true });
    if (!control) return void this.alert.scrollIntoView({ block: 'center' });
    hint(control, sentence);
    (control.closest('.td-field') ?? control).scrollIntoView({ block: 'center' });
  }
}
