// Set afresh for Tiến Độ: Vietnamese only, no links to the vendor.
import { dateFormat, officeName } from '/webapps.js';

export default {
  // Shown in the header and in the window title as "<vendor> <name>".
  app: {
    name: 'Việc cần làm',
    vendor: `${await officeName()} –`
  },

  locales: {
    availableLocales: ['vi'],
    fallbackLocale: 'vi'
  },

  dateFormat,

  // Relative to the application's folder.
  customScripts: ['scripts/tien-do.js'],

  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'Nhận việc đang chọn'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'Chuyển tới bộ lọc đầu tiên'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'Chuyển tới việc đầu tiên trong danh sách'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'Chuyển tới ô nhập đầu tiên của biểu mẫu'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'Mở cửa sổ bắt đầu quy trình'
    }
  }
};
