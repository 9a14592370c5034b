// Cấu hình trang quản trị của hệ thống Tiến Độ.
export default {
  // Tên hiện trên thanh đầu trang và tiêu đề cửa sổ: "<vendor> <name>".
  app: {
    name: 'Quản trị',
    vendor: 'Tiến Độ –'
  },

  locales: {
    availableLocales: ['vi'],
    fallbackLocale: 'vi'
  },

  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD/MM/YYYY HH:mm',
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd, DD/MM/YYYY HH:mm',
    short: 'DD/MM/YYYY'
  },

  // Đường dẫn tính từ thư mục app/admin/.
  customScripts: ['scripts/tien-do.js'],

  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true
};
