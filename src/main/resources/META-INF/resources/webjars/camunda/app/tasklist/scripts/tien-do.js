import { linkToPages, nameThePeople, nameThePlans, oneSignIn, todaysTexts, vietnameseDates } from '/webapps.js';

oneSignIn();
linkToPages();
nameThePlans();
nameThePeople();
await todaysTexts(new URL('../locales/', import.meta.url).pathname);
vietnameseDates('tasklist');
