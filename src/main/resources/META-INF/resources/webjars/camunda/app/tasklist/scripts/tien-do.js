import { linkToPages, nameThePlans, oneSignIn, todaysTexts, vietnameseDates } from '/webapps.js';

oneSignIn();
linkToPages();
nameThePlans();
await todaysTexts(new URL('../locales/', import.meta.url).pathname);
vietnameseDates('tasklist');
