// One sign-in page for the whole office: the web application's own is never shown.
document.documentElement.lang = 'vi';
const toSignIn = () => {
  if (/^#!?\/login/.test(location.hash)) {
    location.replace('/dang-nhap');
  }
};
window.addEventListener('hashchange', toSignIn);
toSignIn();

// The web application draws its first labels before its texts have arrived, and keeps yesterday's texts in the browser.
// It waits for this script, so today's texts are put where it looks for them before it starts.
const locales = new URL('../locales/', import.meta.url).pathname;
const texts = await fetch(`${locales}vi.json`, { cache: 'no-cache' });
if (texts.ok) {
  const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
  kept[`${locales}_locales_data_vi_${window.bust}`] = await texts.text();
  localStorage.setItem('camunda-web', JSON.stringify(kept));
}
