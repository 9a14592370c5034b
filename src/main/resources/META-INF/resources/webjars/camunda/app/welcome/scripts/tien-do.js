// Dùng trang đăng nhập riêng của Tiến Độ thay cho trang đăng nhập có sẵn
// (#/login ở trang việc cần làm, #!/login ở trang cá nhân).
const sangTrangDangNhap = () => {
  if (/^#!?\/login/.test(location.hash)) {
    location.replace('/dang-nhap');
  }
};

window.addEventListener('hashchange', sangTrangDangNhap);
sangTrangDangNhap();
