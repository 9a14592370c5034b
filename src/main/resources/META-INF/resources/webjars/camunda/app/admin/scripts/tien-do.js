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

// The date picker takes months and weekdays from AngularJS, not from locales/vi.json.
window.angular.module('cam.admin.custom').config(['$provide', $provide => {
  $provide.decorator('$locale', ['$delegate', $locale => {
    const months = Array.from({ length: 12 }, (_, i) => `Tháng ${i + 1}`);
    Object.assign($locale.DATETIME_FORMATS, {
      MONTH: months,
      STANDALONEMONTH: months,
      SHORTMONTH: months.map(month => month.replace('Tháng', 'Thg')),
      DAY: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
      SHORTDAY: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
      FIRSTDAYOFWEEK: 0, // Monday
    });
    return $locale;
  }]);
}]);
