// One sign-in page for the whole office: the web application's own is never shown.
document.documentElement.lang = 'vi';
const toSignIn = () => {
  if (/^#!?\/login/.test(location.hash)) {
    location.replace('/dang-nhap');
  }
};
window.addEventListener('hashchange', toSignIn);
toSignIn();
