// Set afresh for Tiến Độ: Vietnamese only, no links to the vendor.
import { dateFormat, officeName } from '/webapps.js';

export default {
  // Shown in the header and in the window title as "<vendor> <name>".
  app: {
    name: 'Quản trị',
    vendor: `${await officeName()} –`
  },

  locales: {
    availableLocales: ['vi'],
    fallbackLocale: 'vi'
  },

  dateFormat,

  // Relative to the application's folder.
  customScripts: ['scripts/tien-do.js'],

  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true
};
