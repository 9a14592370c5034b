// What is typed into a form becomes its content (a plain object) and the other way round.
//   data-field="subject"            an input, textarea or select (tien-do-inputs.js)
//   data-list="tasks" + <template>  rows of fields, which may hold lists again; with data-plain every row is just one
//                                   text, with data-fixed one row for each line of the subject, its words in data-text, with data-begin a new row
//                                   of the list around it starts with one row
//   data-offer="terms"              a button that adds the terms usual for the period that is chosen
//   data-opens-with="figures"       <details> that is open when one of these has content

import { el, iconButton, newId, texts } from './tien-do-base.js';
import { announce, enhance, readOne, writeOne } from './tien-do-inputs.js';
import { rowTexts } from './tien-do-views.js';

const rowsOf = (list) => [...list.querySelectorAll(':scope > [data-row]')];

/** The fields and lists of a form or a row, without those of rows further inside. */
const ownParts = (scope) =>
  [...scope.querySelectorAll('[data-field], [data-list]')].filter((part) => {
    const row = part.parentElement.closest('[data-row]');
    return row ? row === scope : !scope.matches('[data-row]');
  });

export function read(scope) {
  const content = {};
  for (const part of ownParts(scope)) {
    const { field, list, plain } = part.dataset;
    if (!list) content[field] = readOne(part);
    else
      content[list] = rowsOf(part).map((row) =>
        plain === undefined ? read(row) : readOne(row.querySelector('[data-field]')),
      );
  }
  return content;
}

export function write(scope, content, context) {
  for (const part of ownParts(scope)) {
    const { field, list } = part.dataset;
    if (!list) writeOne(part, content[field]);
    else if (part.dataset.fixed !== undefined) fillFixed(part, content[list] ?? [], context);
    else fillList(part, content[list] ?? [], context);
  }
  for (const folded of scope.querySelectorAll('[data-opens-with]')) {
    if (folded.closest('[data-row]') === scope && folded.dataset.opensWith.split(' ').some((name) => content[name]?.length))
      folded.open = true;
  }
  if (scope.matches('[data-row]')) scope.dispatchEvent(new Event('change'));
}

/** Rows nobody has written anything into are not sent. */
export function dropEmptyRows(scope) {
  for (const list of scope.querySelectorAll('[data-list]:not([data-fixed])'))
    rowsOf(list)
      .filter(isEmpty)
      .forEach((row) => row.remove());
}

const isEmpty = (row) =>
  ownParts(row).every((part) =>
    part.dataset.list ? rowsOf(part).every(isEmpty) : part.tagName === 'SELECT' || !readOne(part)?.length,
  );

/** The control a server path such as recipients[2].address speaks of. */
export function find(scope, path) {
  const [, name, index, rest] = /^(\w*)(?:\[(\d+)\])?\.?(.*)$/.exec(path ?? '') ?? [];
  const part = ownParts(scope).find(({ dataset }) => dataset.field === name || dataset.list === name);
  const row = part?.dataset.list && rowsOf(part)[index ?? -1];
  if (!row) return part;
  return (rest && find(row, rest)) || row.querySelector('[data-field]');
}

/** Binds labels, builds the richer fields and the tools of lists, for a form or a new row. */
export function prepare(scope, context) {
  for (const field of scope.querySelectorAll('.td-field')) {
    const control = field.querySelector('[data-field]');
    const label = field.querySelector('label');
    control.id = newId();
    control.autocomplete = 'off';
    label.id = newId();
    if (control.tagName === 'DIV') control.setAttribute('aria-labelledby', label.id);
    else label.htmlFor = control.id;
  }
  enhance(scope, context);
  for (const list of scope.querySelectorAll('[data-list]:not([data-fixed])')) {
    list.querySelector(':scope > [data-add]').addEventListener('click', () => {
      const row = addRow(list, context);
      for (const inner of row.querySelectorAll('[data-list][data-begin]')) addRow(inner, context);
      row.querySelector('[data-field]').focus();
      announce(list);
    });
  }
  for (const button of scope.querySelectorAll('[data-offer]')) offerTerms(button, context);
}

function offerTerms(button, context) {
  const row = button.closest('[data-row]');
  const list = button.closest('[data-list]');
  const period = row.querySelector('[data-field="period"]');
  const labels = () => (rowsOf(list).every(isEmpty) && texts.termsOf[readOne(period)]) || [];
  const show = () => {
    button.hidden = !labels().length;
    button.textContent = texts.addTerms(labels());
  };
  row.addEventListener('input', show);
  row.addEventListener('change', show);
  button.addEventListener('click', () => {
    const wanted = labels();
    rowsOf(list)
      .filter(isEmpty)
      .forEach((term) => term.remove());
    for (const label of wanted) write(addRow(list, context), { label }, context);
    rowsOf(list).at(-wanted.length).querySelector('[data-field="date"]').focus();
    announce(list);
  });
}

// ---- lists -------------------------------------------------------------------------------------

function addRow(list, context, before = list.querySelector(':scope > [data-add]')) {
  const row = list.querySelector(':scope > template').content.firstElementChild.cloneNode(true);
  if (before) before.before(row);
  else list.append(row);
  prepare(row, context);
  write(row, {}, context);
  if (list.dataset.fixed !== undefined) return row;
  const move = (step) => {
    const neighbour = rowsOf(list)[rowsOf(list).indexOf(row) + step];
    if (!neighbour) return;
    neighbour[step < 0 ? 'before' : 'after'](row);
    announce(list);
  };
  row.querySelector('.td-tools').append(
    iconButton('up', texts.up, (event) => {
      move(-1);
      event.currentTarget.focus();
    }),
    iconButton('down', texts.down, (event) => {
      move(1);
      event.currentTarget.focus();
    }),
    iconButton('close', texts.remove, () => removeRow(list, row)),
  );
  if (list.dataset.plain !== undefined) splitPastedLines(list, row, context);
  return row;
}

function fillList(list, items, context) {
  rowsOf(list).forEach((row) => row.remove());
  list.querySelector(':scope > .td-undo')?.remove();
  if (list.dataset.fixed !== undefined) return fillFixed(list, items, context);
  for (const item of items) {
    const row = addRow(list, context);
    if (list.dataset.plain === undefined) write(row, item, context);
    else writeOne(row.querySelector('[data-field]'), item);
  }
}

/** One row for each line of the subject, with what was typed for it so far. */
function fillFixed(list, items, context) {
  rowsOf(list).forEach((row) => row.remove());
  (context.subject[list.dataset.list] ?? []).forEach((line, index, lines) => {
    const row = list.querySelector('template').content.firstElementChild.cloneNode(true);
    list.append(row);
    const words = rowTexts[list.dataset.list]?.(line, lines[index - 1]) ?? line;
    for (const node of row.querySelectorAll('[data-text]')) {
      const shown = words[node.dataset.text];
      if (shown === true) continue; // what the form says itself
      node.hidden = !shown?.length;
      node.replaceChildren(...[shown || []].flat());
    }
    prepare(row, context);
    const typed = items.find((item) => String(item.number) === String(line.number));
    write(row, { ...line, ...typed, number: line.number }, context);
  });
}

/**
 * A new row at the end of a list, filled.
 *
 * @returns what takes it out again
 */
export function append(scope, name, content, context) {
  const list = ownParts(scope).find(({ dataset }) => dataset.list === name);
  const empty = rowsOf(list).filter(isEmpty);
  const row = addRow(list, context);
  if (list.dataset.plain === undefined) write(row, content, context);
  else writeOne(row.querySelector('[data-field]'), content);
  empty.forEach((one) => one.remove());
  announce(list);
  return () => {
    row.remove();
    announce(list);
  };
}

function removeRow(list, row) {
  list.querySelector(':scope > .td-undo')?.remove();
  const undo = el('button.td-link', { type: 'button' }, texts.undo);
  const bar = el('p.td-undo', { role: 'status' }, texts.removed, ' ', undo);
  undo.addEventListener('click', () => {
    bar.replaceWith(row);
    row.querySelector('[data-field]').focus();
    announce(list);
  });
  if (isEmpty(row)) row.remove();
  else row.replaceWith(bar);
  (bar.isConnected ? undo : list.querySelector(':scope > [data-add]')).focus();
  announce(list);
}

/** Several lines pasted from a document become several rows. */
function splitPastedLines(list, row, context) {
  const control = row.querySelector('[data-field]');
  control.addEventListener('paste', (event) => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
    if (lines.length < 2 || control.value.trim()) return;
    event.preventDefault();
    control.value = lines[0];
    let last = row;
    for (const line of lines.slice(1)) {
      const next = addRow(list, context, last.nextElementSibling);
      writeOne(next.querySelector('[data-field]'), line);
      last = next;
    }
    announce(list);
  });
}
