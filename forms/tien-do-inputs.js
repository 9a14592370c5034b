// Single inputs. A control is an element with data-field; its value is read and written with readOne and writeOne.
//   data-kind="date|number|flag|unit|units|reporters|recipients|lead|official|sibling|files"   a richer field
//   data-options="role"                                 a select filled from an enumeration, from the signers or
//                                                       from the choices the server offers for this work

import {
  csrfHeaders,
  el,
  fileLink,
  formatDate,
  icon,
  iconButton,
  newId,
  refusal,
  sizeText,
  texts,
  twoDigits,
} from './tien-do-base.js';

const LARGEST_FILE = 50 * 1024 * 1024;

/** control -> { get(), set(value) } for everything whose value is not simply control.value */
const accessors = new WeakMap();

/** Tells the form that something was changed by other means than typing. */
export const announce = (node) => node.dispatchEvent(new Event('input', { bubbles: true }));

export const readOne = (control) => (accessors.has(control) ? accessors.get(control).get() : control.value.trim());

export function writeOne(control, value) {
  if (accessors.has(control)) accessors.get(control).set(value);
  else control.value = value ?? '';
}

/** Builds the richer fields and selects of a form or a new row. */
export function enhance(scope, context) {
  for (const select of scope.querySelectorAll('select[data-options]')) fillSelect(select, context);
  for (const control of scope.querySelectorAll('[data-kind]')) kinds[control.dataset.kind](control, context);
}

function fillSelect(select, { directory, work, extra }) {
  const kind = select.dataset.options;
  const offered = work.choices?.[kind] ?? extra?.[kind];
  const options =
    kind === 'signers'
      ? [['', texts.choose], ...directory.signers.map((signer) => [signer.login, `${signer.name} – ${signer.title}`])]
      : offered
        ? [['', select.dataset.none ?? texts.choose], ...offered.map(({ value, label }) => [value, label])]
        : Object.entries(texts[kind]);
  select.replaceChildren(...options.map(([value, label]) => new Option(label, value)));
  accessors.set(select, {
    get: () => select.value,
    set: (value) => {
      select.value = String(value ?? '') || select.dataset.default || options[0][0];
    },
  });
}

const kinds = {
  date: dateField,
  number: numberField,
  files: filesField,
  unit: unitField,
  units: unitsField,
  reporters: reportersField,
  recipients: recipientsField,
  lead: leadField,
  flag: flagField,
  sibling: siblingField,
  official: officialField,
};

function wrap(control, name, ...others) {
  const wrapper = el(name);
  control.replaceWith(wrapper);
  wrapper.append(control, ...others);
  return wrapper;
}

/** A remark of the page itself below a field; empty when all is well. */
export function hint(control, sentence) {
  const field = control.closest('.td-field') ?? control.parentElement;
  field.querySelector(':scope > .td-error')?.remove();
  control.removeAttribute('aria-invalid');
  control.removeAttribute('aria-describedby');
  if (!sentence) return;
  control.setAttribute('aria-invalid', 'true');
  const note = el('p.td-error', { id: newId() }, sentence);
  control.setAttribute('aria-describedby', note.id);
  field.append(note);
}

function numberField(input) {
  input.inputMode = 'numeric';
  input.addEventListener('input', () => {
    input.value = input.value.replace(/\D/g, '');
  });
  accessors.set(input, {
    get: () => (input.value ? Number(input.value) : null),
    set: (value) => {
      input.value = value ?? '';
    },
  });
}

function parseDate(text) {
  const [, day, month, year] = (/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text.trim()) ?? []).map(Number);
  if (!day) return null;
  const date = new Date(year < 100 ? 2000 + year : year, month - 1, day);
  return date.getDate() === day && date.getMonth() === month - 1 ? date : null;
}

function dateField(input) {
  const calendar = el('div.td-calendar', { role: 'dialog', 'aria-label': texts.calendar, hidden: true });
  const opener = iconButton('calendar', texts.openCalendar, () => (calendar.hidden ? open() : close()));
  const wrapper = wrap(input, 'div.td-date', opener, calendar);
  let shown;

  input.placeholder = 'dd/MM/yyyy';
  input.inputMode = 'numeric';
  input.addEventListener('input', () => {
    const atEnd = input.selectionStart === input.value.length;
    if (atEnd) input.value = input.value.replace(/^(\d\d)(\d)/, '$1/$2').replace(/^(\d\d\/\d\d)(\d)/, '$1/$2');
  });
  input.addEventListener('change', () => {
    const date = parseDate(input.value);
    if (date) input.value = formatDate(date);
    const complete = /\d{1,2}\D\d{1,2}\D\d{2,}/.test(input.value);
    hint(input, !date && complete ? texts.badDate : '');
  });
  wrapper.addEventListener('focusout', (event) => {
    if (!wrapper.contains(event.relatedTarget)) calendar.hidden = true;
  });
  calendar.addEventListener('pointerdown', (event) => event.preventDefault());
  calendar.addEventListener('keydown', (event) => {
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const months = { PageUp: -1, PageDown: 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (days) turn(new Date(shown.getFullYear(), shown.getMonth(), shown.getDate() + days));
    else if (months) turn(inMonth(months));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const inMonth = (step) => {
    const lastDay = new Date(shown.getFullYear(), shown.getMonth() + step + 1, 0).getDate();
    return new Date(shown.getFullYear(), shown.getMonth() + step, Math.min(shown.getDate(), lastDay));
  };
  const open = () => turn(parseDate(input.value) ?? new Date());
  const close = () => {
    calendar.hidden = true;
    opener.focus();
  };
  const choose = (date) => {
    input.value = formatDate(date);
    hint(input, '');
    announce(input);
    close();
  };
  const turn = (date) => {
    shown = date;
    calendar.replaceChildren(...month(date, parseDate(input.value), choose, (step) => turn(inMonth(step))));
    calendar.hidden = false;
    calendar.scrollIntoView({ block: 'nearest' });
    calendar.querySelector('[tabindex="0"]').focus({ preventScroll: true });
  };
}

/** One month of the calendar, weeks starting on Monday. */
function month(shown, chosen, choose, turn) {
  const [year, index] = [shown.getFullYear(), shown.getMonth()];
  const today = formatDate(new Date());
  const emptyDays = (new Date(year, index, 1).getDay() + 6) % 7;
  const days = [...Array(new Date(year, index + 1, 0).getDate()).keys()].map((day) => {
    const date = new Date(year, index, day + 1);
    const text = formatDate(date);
    const button = el(
      'button.td-day',
      {
        type: 'button',
        tabIndex: day + 1 === shown.getDate() ? 0 : -1,
        'aria-label': text,
        'aria-current': text === today ? 'date' : null,
        'aria-pressed': String(Boolean(chosen) && text === formatDate(chosen)),
      },
      String(day + 1),
    );
    button.addEventListener('click', () => choose(date));
    return button;
  });
  const todayButton = el('button.td-link', { type: 'button' }, texts.today);
  todayButton.addEventListener('click', () => choose(new Date()));
  return [
    el(
      'div.td-month',
      {},
      iconButton('left', texts.previousMonth, () => turn(-1)),
      el('strong', { 'aria-live': 'polite' }, `${texts.months} ${twoDigits(index + 1)}/${year}`),
      iconButton('right', texts.nextMonth, () => turn(1)),
    ),
    el(
      'div.td-days',
      {},
      texts.weekdays.map((day) => el('span', {}, day)),
      [...Array(emptyDays)].map(() => el('span')),
      days,
    ),
    todayButton,
  ];
}

// Without marks and capitals, so that "tai chinh" finds "Phòng Tài chính".
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

const unitOptions = ({ directory }) => directory.units.map((unit) => ({ value: unit.code, label: unit.name, unit }));

function unitField(input, context) {
  const options = unitOptions(context);
  pickField(input, () => options, options, false);
}

function unitsField(input, context) {
  const options = unitOptions(context);
  pickField(input, () => options, options, true);
}

/** Units and groups of units, groups first. */
function unitAndGroupOptions(context) {
  const groups = context.directory.groups.map((group) => ({
    value: group.code,
    label: group.name,
    detail: texts.group,
  }));
  return [...groups, ...unitOptions(context)];
}

function reportersField(input, context) {
  const options = unitAndGroupOptions(context);
  pickField(input, () => options, options, true);
}

/** One that answers for it: a unit, or a group of which each unit answers for its own. */
function leadField(input, context) {
  const options = unitAndGroupOptions(context);
  pickField(input, () => options, options, false);
}

/** Whom a line of Nơi nhận means: the line as it is written suggests units, a unit chosen first writes the line. */
function recipientsField(input, context) {
  const line = input.closest('[data-row]').querySelector('[data-field="text"]');
  const options = unitAndGroupOptions(context);
  pickField(input, () => options, options, true, ({ label }) => {
    if (!line.value.trim()) line.value = label;
  });
  const offers = el('p.td-offers', { 'aria-live': 'polite', hidden: true });
  input.closest('.td-field').append(offers);
  let asked = '';
  const offer = async () => {
    const chosen = readOne(input);
    const answer = chosen.length || !line.value.trim() ? null : await suggestedFor((asked = line.value));
    if (answer && asked !== line.value) return;
    const units = (answer?.units ?? []).filter(({ code }) => options.some(({ value }) => value === code));
    offers.hidden = !units.length;
    offers.replaceChildren(
      texts.maybe,
      ...units.map(({ code, name }) => {
        const button = el('button.td-link', { type: 'button' }, name);
        button.addEventListener('click', () => {
          writeOne(input, [...readOne(input), code]);
          button.remove();
          if (!offers.querySelector('button')) offers.hidden = true;
          announce(input);
        });
        return button;
      }),
    );
  };
  line.addEventListener('change', offer);
  input.closest('[data-row]').addEventListener('change', ({ target }) => target === input.closest('[data-row]') && offer());
}

const suggestedFor = (line) =>
  fetch(`/api/directory/meant?line=${encodeURIComponent(line)}`).then((answer) => (answer.ok ? answer.json() : null));

function flagField(box) {
  accessors.set(box, {
    get: () => box.checked,
    set: (value) => {
      box.checked = Boolean(value);
    },
  });
}

/** Another row of the same list, kept as its number from 1; the choice follows the row when rows are moved. */
function siblingField(select) {
  const own = select.closest('[data-row]');
  const rows = () => [...own.parentElement.querySelectorAll(':scope > [data-row]')];
  let wanted = null; // a number whose row may not be there yet
  let chosen = null;
  const resolve = () => {
    if (wanted) chosen = rows()[wanted - 1] ?? null;
    wanted = null;
    return chosen?.isConnected ? chosen : null;
  };
  const show = () => {
    const kept = resolve();
    const options = rows().map((row, index) => ({
      row,
      option: new Option(readOne(row.querySelector('[data-field="name"]')) || texts.unnamed(index + 1), index + 1),
    }));
    select.replaceChildren(
      new Option(texts.notMerged, ''),
      ...options.filter(({ row }) => row !== own).map(({ option }) => option),
    );
    select.value = kept ? String(rows().indexOf(kept) + 1) : '';
  };
  select.addEventListener('pointerdown', show);
  select.addEventListener('focus', show);
  select.addEventListener('change', () => {
    wanted = null;
    chosen = rows()[Number(select.value) - 1] ?? null;
  });
  accessors.set(select, {
    get: () => {
      const row = resolve();
      return row ? String(rows().indexOf(row) + 1) : '';
    },
    set: (value) => {
      [wanted, chosen] = [Number(value) || null, null];
      queueMicrotask(show); // when the rows after this one are there
    },
  });
}

/** An official; suggestions come from the unit chosen in the field named by data-of. */
function officialField(input, { directory, root }) {
  const all = directory.officials.map(({ login, name, unit, position }) => ({
    value: login,
    label: name,
    detail: position,
    unit,
  }));
  const ofUnit = () => {
    const unit = readOne(root.querySelector(`[data-field="${input.dataset.of}"]`));
    return unit ? all.filter((official) => official.unit === unit) : all;
  };
  pickField(input, ofUnit, all, false);
}

/** Search-as-you-type over options [{value, label, detail}]; with `many`, chosen ones become chips. */
function pickField(input, suggested, all, many, onChoose = () => {}) {
  const list = el('ul.td-options', { id: newId(), role: 'listbox', hidden: true });
  const chips = el('ul.td-chips', { hidden: true });
  const wrapper = wrap(input, many ? 'div.td-pick.td-many' : 'div.td-pick', list);
  wrapper.prepend(chips);
  const attributes = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  input.placeholder = texts.typeToFind;
  let chosen = []; // of `many`: values; otherwise at most one option, kept because two people may share a name
  let typed = false;
  let active = -1;

  const match = () => {
    const words = typed || many ? fold(input.value).split(/\s+/) : [];
    return suggested().filter(
      ({ value, label, detail }) =>
        !(many && chosen.includes(value)) && words.every((word) => fold(`${label} ${detail ?? ''}`).includes(word)),
    );
  };
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const showList = () => {
    const options = match();
    const items = options
      .slice(0, 100)
      .map((option) => item(() => choose(option), option.label, option.detail && el('small', {}, option.detail)));
    if (many && options.length > 1)
      items.push(item(() => choose(...options), el('em', {}, texts.addAll(options.length))));
    list.replaceChildren(...(items.length ? items : [el('li.td-none', {}, texts.noMatch)]));
    if (list.hidden) {
      list.hidden = false;
      list.scrollIntoView({ block: 'nearest' });
    }
    active = -1;
    input.setAttribute('aria-expanded', 'true');
  };
  const item = (onClick, ...children) => {
    const node = el('li', { id: newId(), role: 'option', 'aria-selected': 'false' }, ...children);
    node.addEventListener('click', onClick);
    return node;
  };
  const choose = (...options) => {
    hint(input, '');
    typed = false;
    if (many) {
      chosen.push(...options.map(({ value }) => value));
      input.value = '';
      onChoose(options[0]);
      showChips();
      showList();
    } else {
      chosen = options;
      input.value = options[0].label;
      onChoose(options[0]);
      close();
    }
    announce(input);
  };
  const showChips = () => {
    chips.hidden = !chosen.length;
    chips.replaceChildren(
      ...chosen.map((value) => {
        const name = all.find((option) => option.value === value)?.label ?? value;
        return el(
          'li',
          {},
          name,
          iconButton('close', texts.drop(name), () => drop(value)),
        );
      }),
    );
  };
  const drop = (value) => {
    chosen = chosen.filter((other) => other !== value);
    showChips();
    input.focus();
    announce(input);
  };
  const activate = (step) => {
    if (list.hidden) showList();
    const items = [...list.querySelectorAll('[role="option"]')];
    if (!items.length) return;
    active = (active + step + items.length + (active < 0 && step < 0 ? 1 : 0)) % items.length;
    items.forEach((node, index) => node.setAttribute('aria-selected', String(index === active)));
    items[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', items[active].id);
  };

  list.addEventListener('pointerdown', (event) => event.preventDefault());
  input.addEventListener('click', () => {
    if (!input.readOnly) showList();
  });
  input.addEventListener('input', (event) => {
    if (!event.isTrusted && !typed && list.hidden) return; // announced by the field itself
    typed = Boolean(input.value);
    if (document.activeElement === input) showList();
  });
  input.addEventListener('keydown', (event) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') activate(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && !list.hidden) list.querySelectorAll('[role="option"]')[Math.max(active, 0)]?.click();
    else if (key === 'Escape' && !list.hidden) close();
    else if (key === 'Backspace' && many && !input.value && chosen.length) drop(chosen.at(-1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  input.addEventListener('blur', () => {
    const only = match().filter(({ label }) => typed && fold(label) === fold(input.value.trim()));
    if (only.length === 1) choose(only[0]);
    close();
    const value = input.value.trim();
    hint(input, value && (many || !all.some(({ label }) => label === value)) ? texts.notListed : '');
  });

  const single = () => {
    const label = input.value.trim();
    return (chosen[0]?.label === label ? chosen[0] : all.find((option) => option.label === label))?.value ?? label;
  };
  accessors.set(
    input,
    many
      ? {
          get: () => [...chosen, ...(input.value.trim() ? [input.value.trim()] : [])],
          set: (values) => {
            chosen = [...(values ?? [])];
            input.value = '';
            showChips();
          },
        }
      : {
          get: single,
          set: (value) => {
            chosen = all.filter((option) => option.value === value);
            input.value = chosen[0]?.label ?? value ?? '';
          },
        },
  );
}

// ---- files -------------------------------------------------------------------------------------

export const isUploading = (scope) => scope.querySelector('.td-files progress') !== null;

function filesField(box) {
  const chooser = el('input.td-away', { type: 'file', multiple: true, tabIndex: -1, 'aria-hidden': 'true' });
  const button = el('button', { type: 'button' }, texts.chooseFiles);
  const list = el('ul.td-files');
  const drop = el('div.td-drop', {}, button, el('span', {}, texts.dropHere), chooser);
  let files = [];
  box.setAttribute('role', 'group');
  box.append(list, drop);

  const locked = () => button.matches(':disabled');
  const show = (file) => {
    const row = el('li', {}, fileLink(file), el('small', {}, sizeText(file.size)));
    row.append(
      iconButton('close', texts.drop(file.name), () => {
        files = files.filter((other) => other !== file);
        row.remove();
        button.focus();
        announce(box);
      }),
    );
    return row;
  };
  const send = async (file) => {
    if (file.size > LARGEST_FILE) return hint(box, texts.tooLarge(file.name));
    const bar = el('progress', { max: 100, value: 0 });
    const row = el(
      'li',
      {},
      el('span.td-file-name', {}, icon('file'), el('span', {}, file.name)),
      el('small', {}, texts.uploading),
      bar,
    );
    list.append(row);
    try {
      const { id, name, size } = await upload(file, (share) => {
        bar.value = share * 100;
      });
      const stored = { id, name, size };
      files.push(stored);
      row.replaceWith(show(stored));
      announce(box);
    } catch (problem) {
      row.remove();
      hint(box, problem.status ? problem.message : texts.uploadFailed(file.name));
    }
  };
  const take = (chosen) => {
    hint(box, '');
    for (const file of chosen) send(file);
  };

  button.addEventListener('click', () => chooser.click());
  chooser.addEventListener('change', () => {
    take(chooser.files);
    chooser.value = '';
  });
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.toggle('td-over', !locked());
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('td-over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('td-over');
    if (!locked()) take(event.dataTransfer.files);
  });
  accessors.set(box, {
    get: () => files,
    set: (values) => {
      files = (values ?? []).map(({ id, name, size }) => ({ id, name, size }));
      list.replaceChildren(...files.map(show));
    },
  });
}

/** XMLHttpRequest, because fetch does not tell how far an upload has come. */
function upload(file, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const content = new FormData();
    content.append('file', file);
    request.open('POST', '/api/files');
    request.responseType = 'json';
    request.setRequestHeader('Accept', 'application/json');
    for (const [name, value] of Object.entries(csrfHeaders())) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded / event.total));
    request.addEventListener('load', () =>
      request.status < 300 && request.response
        ? resolve(request.response)
        : reject(refusal(request.status, request.response)),
    );
    request.addEventListener('error', () => reject(refusal(0, null)));
    request.send(content);
  });
}
