// Set afresh for Tiến Độ: Vietnamese only, no links to the vendor.
const office = await fetch('/api/office')
  .then(answer => (answer.ok ? answer.json() : {}))
  .catch(() => ({}));

export default {
  // Shown in the header and in the window title as "<vendor> <name>".
  app: {
    name: 'Trang cá nhân',
    vendor: `${office.name ?? 'Tiến Độ'} –`
  },

  locales: {
    availableLocales: ['vi'],
    fallbackLocale: 'vi'
  },

  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD/MM/YYYY HH:mm',
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd, DD/MM/YYYY HH:mm',
    short: 'DD/MM/YYYY'
  },

  // Empty: the default link leads to English documentation.
  links: [],

  // Relative to the application's folder.
  customScripts: ['scripts/tien-do.js'],

  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true
};
