import { linkToPages, oneSignIn, todaysTexts, vietnameseDates } from '/webapps.js';

oneSignIn();
linkToPages();
await todaysTexts(new URL('../locales/', import.meta.url).pathname);
vietnameseDates('tasklist');
