import { oneSignIn, todaysTexts, vietnameseDates } from '/webapps.js';

oneSignIn();
await todaysTexts(new URL('../locales/', import.meta.url).pathname);
vietnameseDates('admin');
