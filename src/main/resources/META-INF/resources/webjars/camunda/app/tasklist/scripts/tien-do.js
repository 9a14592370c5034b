// Dùng trang đăng nhập riêng của Tiến Độ thay cho trang đăng nhập có sẵn
// (#/login ở trang việc cần làm, #!/login ở trang cá nhân).
const sangTrangDangNhap = () => {
  if (/^#!?\/login/.test(location.hash)) {
    location.replace('/dang-nhap');
  }
};

window.addEventListener('hashchange', sangTrangDangNhap);
sangTrangDangNhap();

// Lịch chọn ngày lấy tên tháng, tên thứ và ngày đầu tuần từ $locale của
// AngularJS (mặc định tiếng Anh), không lấy từ locales/vi.json.
window.angular.module('cam.tasklist.custom').config(['$provide', $provide => {
  $provide.decorator('$locale', ['$delegate', $locale => {
    const thang = Array.from({length: 12}, (_, i) => `Tháng ${i + 1}`);
    Object.assign($locale.DATETIME_FORMATS, {
      MONTH: thang,
      STANDALONEMONTH: thang,
      SHORTMONTH: thang.map(t => t.replace('Tháng', 'Thg')),
      DAY: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
      SHORTDAY: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
      FIRSTDAYOFWEEK: 0 // 0 = thứ hai
    });
    return $locale;
  }]);
}]);
