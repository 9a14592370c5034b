'use strict';

module.exports = {
  name: 'Tiến Độ: kiểm tra mô hình',
  script: './client.js'
};
