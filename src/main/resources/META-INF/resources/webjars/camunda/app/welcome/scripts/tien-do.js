import { oneSignIn, todaysTexts } from '/webapps.js';

oneSignIn();
await todaysTexts(new URL('../locales/', import.meta.url).pathname);
