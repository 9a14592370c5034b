// What is typed into a form becomes its content (a plain object) and the other way round.
//   data-field="subject"            an input, textarea or select (tien-do-inputs.js)
//   data-list="tasks" + <template>  rows of fields; with data-plain every row is just one text;
//                                   with data-fixed one row for each line of the subject, its words in data-text

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
}

/** Rows nobody has written anything into are not sent. */
export function dropEmptyRows(scope) {
  for (const list of scope.querySelectorAll('[data-list]'))
    rowsOf(list)
      .filter(isEmpty)
      .forEach((row) => row.remove());
}

const isEmpty = (row) => ownParts(row).every((part) => part.tagName === 'SELECT' || !readOne(part)?.length);

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
    list.querySelector('[data-add]').addEventListener('click', () => {
      addRow(list, context).querySelector('[data-field]').focus();
      announce(list);
    });
  }
}

// ---- lists -------------------------------------------------------------------------------------

function addRow(list, context, before = list.querySelector(':scope > [data-add]')) {
  const row = list.querySelector('template').content.firstElementChild.cloneNode(true);
  before.before(row);
  prepare(row, context);
  write(row, {}, context);
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
  list.querySelector('.td-undo')?.remove();
  for (const item of items) {
    const row = addRow(list, context);
    if (list.dataset.plain === undefined) write(row, item, context);
    else writeOne(row.querySelector('[data-field]'), item);
  }
}

function fillFixed(list, items, context) {
  rowsOf(list).forEach((row) => row.remove());
  context.subject[list.dataset.list].forEach((line, index, lines) => {
    const row = list.querySelector('template').content.firstElementChild.cloneNode(true);
    list.append(row);
    const words = rowTexts[list.dataset.list](line, lines[index - 1]);
    for (const node of row.querySelectorAll('[data-text]')) {
      const shown = words[node.dataset.text];
      if (shown === true) continue; // what the form says itself
      node.hidden = !shown?.length;
      node.replaceChildren(...[shown || []].flat());
    }
    prepare(row, context);
    write(row, { ...items[index], number: line.number }, context);
  });
}

function removeRow(list, row) {
  list.querySelector('.td-undo')?.remove();
  const undo = el('button.td-link', { type: 'button' }, texts.undo);
  const bar = el('p.td-undo', { role: 'status' }, texts.removed, ' ', undo);
  undo.addEventListener('click', () => {
    bar.replaceWith(row);
    row.querySelector('[data-field]').focus();
    announce(list);
  });
  if (isEmpty(row)) row.remove();
  else row.replaceWith(bar);
  (bar.isConnected ? undo : list.querySelector('[data-add]')).focus();
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
