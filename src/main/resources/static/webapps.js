// What Tasklist, Welcome and Admin share; each loads it through its own scripts/config.js and scripts/tien-do.js.

/** Whose system this is, for the header. */
export async function officeName() {
  const answer = await fetch('/api/office').catch(() => null);
  return (answer?.ok && (await answer.json()).name) || 'Tiến Độ';
}

export const dateFormat = {
  monthName: 'MMMM',
  day: 'DD',
  abbr: 'DD/MM/YYYY HH:mm',
  normal: 'DD/MM/YYYY HH:mm',
  long: 'dddd, DD/MM/YYYY HH:mm',
  short: 'DD/MM/YYYY',
};

/** One sign-in page for the whole office: the web application's own is never shown. */
export function oneSignIn() {
  document.documentElement.lang = 'vi';
  const toSignIn = () => {
    if (/^#!?\/login/.test(location.hash)) location.replace('/dang-nhap');
  };
  window.addEventListener('hashchange', toSignIn);
  toSignIn();
}

/** The way from Tasklist to the own pages; the header is drawn late and drawn again. */
export function linkToPages() {
  const put = () => {
    const menu = document.querySelector('[cam-widget-header] .sections-menu > ul');
    if (!menu || menu.querySelector('.td-pages')) return;
    const link = Object.assign(document.createElement('a'), { href: '/ke-hoach', textContent: 'Kế hoạch' });
    const item = Object.assign(document.createElement('li'), { className: 'td-pages' });
    item.append(link);
    menu.prepend(item);
  };
  new MutationObserver(put).observe(document.documentElement, { childList: true, subtree: true });
}

/** A line under each task of the list that says which plan it is about. */
export function nameThePlans() {
  const titles = new Map();
  const show = async () => {
    const links = [...document.querySelectorAll('[cam-tasks] h4.task a')]
      .map((link) => ({ link, task: /[?&]task=([^&]+)/.exec(link.href)?.[1] }))
      .filter(({ task }) => task);
    const unknown = links.map(({ task }) => task).filter((task) => !titles.has(task));
    if (unknown.length) {
      unknown.forEach((task) => titles.set(task, ''));
      const answer = await fetch(`/api/task-titles?of=${unknown.join(',')}`).catch(() => null);
      if (answer?.ok) Object.entries(await answer.json()).forEach(([task, title]) => titles.set(task, title));
    }
    for (const { link, task } of links) {
      const heading = link.parentElement;
      let line = heading.nextElementSibling;
      if (!line?.classList.contains('td-plan')) {
        line = Object.assign(document.createElement('h6'), { className: 'td-plan' });
        heading.after(line);
      }
      if (line.textContent !== titles.get(task)) line.textContent = titles.get(task);
    }
  };
  let soon;
  new MutationObserver(() => {
    clearTimeout(soon);
    soon = setTimeout(show, 100);
  }).observe(document.documentElement, { childList: true, subtree: true });
}

/** The history of a task speaks of people by their names, not by their sign-ins. */
export function nameThePeople() {
  const places = '.operation-user, .new-value > span, .original-value > span';
  let names;
  const load = async () => {
    const answer = await fetch('/api/directory').catch(() => null);
    return answer?.ok ? new Map((await answer.json()).officials.map(({ login, name }) => [login, name])) : new Map();
  };
  new MutationObserver(async () => {
    if (!document.querySelector(places)) return;
    const known = await (names ??= load());
    for (const place of document.querySelectorAll(places)) {
      const name = known.get(place.textContent.trim());
      if (name) place.textContent = name;
    }
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
}

/**
 * The web application draws its first labels before its texts have arrived, and keeps yesterday's texts in the browser.
 * It waits for its custom script, so today's texts are put where it looks for them before it starts.
 */
export async function todaysTexts(locales) {
  const texts = await fetch(`${locales}vi.json`, { cache: 'no-cache' });
  if (!texts.ok) return;
  const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
  kept[`${locales}_locales_data_vi_${window.bust}`] = await texts.text();
  localStorage.setItem('camunda-web', JSON.stringify(kept));
}

/** The date picker takes months and weekdays from AngularJS, not from locales/vi.json. */
export function vietnameseDates(app) {
  const months = Array.from({ length: 12 }, (_, i) => `Tháng ${i + 1}`);
  const dates = {
    MONTH: months,
    STANDALONEMONTH: months,
    SHORTMONTH: months.map((month) => month.replace('Tháng', 'Thg')),
    DAY: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
    SHORTDAY: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
    FIRSTDAYOFWEEK: 0, // Monday
  };
  const decorate = ($locale) => {
    Object.assign($locale.DATETIME_FORMATS, dates);
    return $locale;
  };
  window.angular
    .module(`cam.${app}.custom`)
    .config(['$provide', ($provide) => $provide.decorator('$locale', ['$delegate', decorate])]);
}
