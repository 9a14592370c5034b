// What every part of the forms needs: the words people read, calls to the server, and DOM helpers.
// Data reaches the page through text nodes and properties only, never as markup.

export const texts = {
  role: {
    TO_REPORT: 'Báo cáo (b/c)',
    TO_COORDINATE: 'Phối hợp (p/h)',
    TO_EXECUTE: 'Thực hiện (t/h)',
    PUBLISH: 'Đăng tải',
    ARCHIVE: 'Lưu',
    UNSPECIFIED: 'Không ghi',
  },
  period: {
    MONTHLY: 'Hằng tháng',
    QUARTERLY: 'Hằng quý',
    SEMI_ANNUAL: '6 tháng',
    NINE_MONTH: '9 tháng',
    ANNUAL: 'Năm',
    ONCE: 'Một lần',
    AD_HOC: 'Đột xuất',
    PERIODIC_UNSPECIFIED: 'Định kỳ (chưa rõ)',
  },
  operator: {
    BEFORE: 'Trước ngày',
    ON_OR_BEFORE: 'Chậm nhất ngày',
    WITHIN: 'Trong',
    PER_REQUEST: 'Theo yêu cầu',
    PER_REGULATION: 'Theo quy định',
    NOT_STATED: 'Chưa có hạn',
  },
  method: {
    SYSTEM: 'Trên hệ thống này',
    PAPER: 'Văn bản giấy',
    EMAIL: 'Thư điện tử',
  },
  gathering: {
    SUM: 'Cộng các đơn vị',
    LAST: 'Lấy giá trị cuối',
  },
  /** What a duty of a period is usually split into; only the names, dates are the plan's. */
  termsOf: {
    MONTHLY: [...Array(12).keys()].map((month) => `Tháng ${month + 1}`),
    QUARTERLY: ['Quý I', 'Quý II', 'Quý III', 'Quý IV'],
    SEMI_ANNUAL: ['6 tháng đầu năm', '6 tháng cuối năm'],
    PERIODIC_UNSPECIFIED: ['Lần 1', 'Lần 2'],
  },
  addTerms: (labels) =>
    `Thêm ${labels.length} kỳ: ${labels.length > 4 ? `${labels[0]} … ${labels.at(-1)}` : labels.join(', ')}`,
  group: 'Nhóm đơn vị',
  notMerged: 'Không, nộp riêng',
  mergedInto: (name) => `lồng ghép vào “${name}”`,
  scoredBy: (scheme) => `tự chấm điểm theo ${scheme}`,
  byMethod: (method) => `gửi ${method.toLocaleLowerCase('vi')}`,
  unnamed: (number) => `Báo cáo ${number}`,
  noDate: 'chưa có hạn',
  figures: 'Số liệu',
  figure: 'Chỉ tiêu',
  inPeriod: 'Trong kỳ',
  cumulative: 'Lũy kế',
  sourceAndCutOff: 'Nguồn, ngày chốt',
  measured: (measure, target) => `Đơn vị tính: ${measure}${target ? ` · mục tiêu chung ${target}` : ''}`,
  lastTime: (value) => `Kỳ trước: ${value}`,
  ofDuty: (name) => `Lồng ghép từ “${name}”`,
  estimated: 'ước',
  unsourced: 'thiếu nguồn/ngày chốt',
  until: (date) => `chốt đến ${date}`,
  verdict: {
    APPROVED: 'Đồng ý',
    RETURNED: 'Trả lại',
    PASSED: 'Trình Chủ tịch',
    HANDED: 'Đã giao',
    RESEND: 'Gửi lại',
    ACCEPTED: 'Nhận nhiệm vụ',
    OBJECTED: 'Có ý kiến',
    KEPT: 'Giữ nguyên',
    MOVED: 'Chuyển đơn vị khác',
    WITHDRAWN: 'Thôi giao',
  },
  disciplined: { false: 'Không', true: 'Có' },
  step: {
    planProposed: 'Tờ trình',
    draftPlan: 'Soạn thảo',
    reviewDraft: 'Lãnh đạo đơn vị',
    checkForm: 'Văn phòng thẩm tra',
    refuseSigner: 'Kiểm tra thẩm quyền ký',
    approvePlan: 'Phó Chủ tịch',
    decideByChair: 'Chủ tịch',
    numberPlan: 'Văn thư',
    closePlan: 'Kết thúc',
    acceptReport: 'Văn phòng tiếp nhận',
    approveConsolidation: 'Phê duyệt tổng hợp',
    verifyScore: 'Văn phòng thẩm định',
    confirmRating: 'Người ký kế hoạch',
    answerAssignment: 'Đơn vị trả lời',
    decideObjection: 'Văn phòng',
    verifyResult: 'Văn phòng thẩm tra',
  },
  months: 'Tháng',
  weekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  calendar: 'Lịch',
  openCalendar: 'Mở lịch',
  previousMonth: 'Tháng trước',
  nextMonth: 'Tháng sau',
  today: 'Hôm nay',
  badDate: 'Ngày này không có trong lịch; hãy ghi theo dạng ngày/tháng/năm, ví dụ 15/02/2023.',
  notListed: 'Chưa có trong danh bạ; hãy chọn một dòng trong danh sách.',
  noMatch: 'Không tìm thấy',
  maybe: 'Có thể là: ',
  typeToFind: 'Gõ để tìm trong danh bạ',
  addAll: (count) => `Thêm cả ${count} dòng đang hiện`,
  drop: (name) => `Bỏ ${name}`,
  choose: '— Chọn —',
  up: 'Chuyển lên',
  down: 'Chuyển xuống',
  remove: 'Xoá',
  removed: 'Đã xoá một dòng.',
  undo: 'Hoàn tác',
  chooseFiles: 'Chọn tệp',
  dropHere: 'hoặc kéo thả tệp vào đây (mỗi tệp không quá 50 MB)',
  uploading: 'Đang tải lên',
  tooLarge: (name) => `Tệp “${name}” lớn hơn 50 MB nên không gửi được.`,
  uploadFailed: (name) => `Chưa tải lên được tệp “${name}”. Hãy kiểm tra mạng rồi chọn lại.`,
  waitForFiles: 'Tệp đang được tải lên; hãy chờ tải xong rồi bấm lại.',
  savedAt: (time) => `Đã lưu lúc ${time}`,
  saving: 'Đang lưu…',
  unsaved: 'Chưa lưu',
  savedLater: 'Chưa lưu được; nội dung vẫn còn ở đây, hệ thống sẽ tự lưu lại.',
  restored: 'Đã khôi phục nội dung chưa kịp lưu lần trước.',
  sending: 'Đang gửi…',
  slow: 'Mạng chậm, vẫn đang gửi; xin đừng đóng trang.',
  done: 'Đã hoàn thành.',
  fill: (label) => `Hãy điền “${label}”.`,
  release: 'Trả lại việc cho đơn vị',
  claimFirst: 'Hãy bấm “Nhận việc” để xử lý.',
  signIn: 'Phiên làm việc đã hết, hãy đăng nhập lại',
  signInLink: 'Đăng nhập lại (mở trang mới)',
  keptTyped: 'Nội dung đã nhập vẫn còn ở đây; đăng nhập xong hãy quay lại trang này và bấm lại.',
  network: 'Không kết nối được với hệ thống. Nội dung đã nhập vẫn còn ở đây; hãy kiểm tra mạng rồi bấm lại.',
  unavailable: 'Hệ thống chưa nhận được, nội dung đã giữ lại; hãy thử lại sau ít phút.',
  refused: 'Hệ thống không nhận nội dung này. Hãy tải lại trang rồi thử lại.',
  retry: 'Thử lại',
  overdue: 'Quá hạn',
  due: 'Hạn xử lý',
  kind: 'KẾ HOẠCH',
  number: 'Số',
  year: 'Năm',
  taskKind: {
    ORDER: 'Giao nhiệm vụ',
    REQUEST: 'Đề nghị phối hợp',
    ONGOING: 'Việc thường xuyên',
    TARGET: 'Chỉ tiêu (theo dõi bằng số liệu)',
  },
  taskState: 'Tình trạng',
  taskSort: 'Loại',
  coLeads: 'Cùng chủ trì',
  workPlan: 'Kế hoạch thực hiện',
  percent: 'Tiến độ',
  progress: 'Tình hình thực hiện',
  result: 'Kết quả',
  told: 'Các lần cập nhật tiến độ',
  toldNow: 'Đã ghi nhận.',
  parts: 'Các phần việc',
  part: 'Việc cần làm',
  who: 'Người, đơn vị thực hiện',
  shareDue: 'Hạn',
  answer: 'Trả lời',
  givenBy: 'Người giao',
  tasks: 'Phân công nhiệm vụ',
  task: 'Nhiệm vụ',
  lead: 'Chủ trì',
  coordinators: 'Phối hợp',
  time: 'Thời gian',
  duties: 'Chế độ báo cáo',
  duty: 'Báo cáo',
  deadline: 'Kỳ và hạn',
  reporters: 'Đơn vị báo cáo',
  to: 'Gửi đến',
  via: (name) => `qua ${name}`,
  recipients: 'Nơi nhận:',
  empty: 'Chưa có nội dung.',
  noRemark: 'Không ghi ý kiến.',
  proposedBy: 'Người đề nghị',
  proposingUnit: 'Đơn vị trình',
  proposalNumber: 'Tờ trình',
  drafter: 'Người soạn thảo',
  signer: 'Người ký',
  about: 'Về việc',
  summary: 'Tóm tắt',
  files: 'Tệp kèm theo',
  status: 'Trạng thái',
  dated: (number, date) => [number && `số ${number}`, date && `ngày ${date}`].filter(Boolean).join(', '),
  recipient: 'Nơi nhận',
  address: 'Địa chỉ đã gửi',
  error: 'Lý do không gửi được',
  attempts: 'Số lần đã gửi',
  periodText: 'Kỳ báo cáo',
  reportDue: 'Hạn nộp',
  unit: 'Đơn vị',
  nil: 'Không phát sinh',
  late: 'Nộp chậm',
  lateDue: 'Đã quá hạn nộp',
  missing: 'Chưa có báo cáo',
  content: 'Kết quả thực hiện',
  difficulties: 'Khó khăn, vướng mắc',
  proposals: 'Đề xuất, kiến nghị',
  explanation: 'Giải trình nộp chậm',
  askedFor: 'Theo',
  wanted: 'Đề nghị gia hạn đến',
  askedBy: 'Người đề nghị',
  reason: 'Lý do',
  changes: 'Các hạn đã có',
  changedAt: 'Thay đổi',
  oldDue: 'Hạn cũ',
  newDue: 'Hạn mới',
  cause: { CALENDAR: 'Lịch làm việc thay đổi', EXTENSION: 'Gia hạn', RETURN: 'Trả lại để bổ sung', CHANGE: 'Điều chỉnh' },
  asked: 'Đã gửi đề nghị đến lãnh đạo.',
  scheme: 'Bộ tiêu chí',
  source: 'Nguồn',
  scoringDue: 'Hạn tự chấm điểm',
  selfScore: 'Điểm tự chấm',
  verifiedScore: 'Điểm thẩm định',
  criterion: 'Tiêu chí',
  verifiersRemark: 'Ý kiến thẩm định',
  bonusAndPenalty: 'Thưởng, trừ',
  rating: 'Xếp loại',
  reasons: 'Lưu ý',
  noSelfScore: 'Đơn vị không tự chấm điểm trong thời hạn nên bị xếp loại không hoàn thành, dù được bao nhiêu điểm.',
  knockOut: 'Điểm liệt',
  scores: 'Điểm theo tiêu chí',
  mostPoints: 'Tối đa',
  most: (points) => `Tối đa ${points} điểm`,
  selfScored: (score) => `Tự chấm: ${score} điểm`,
  adjustmentLimit: (points) => `Điểm thưởng và điểm trừ mỗi loại tối đa ${points} điểm.`,
  adjusted: (bonus, penalty, why) => `+${bonus}, −${penalty}: ${why}`,
  points: (points, most) => `${points} trên ${most} điểm`,
  total: (points) => `Tổng: ${points}`,
  handedInAt: (at) => `nộp ${at}`,
  counted: (all, missing, late) =>
    [`${all} đơn vị`, `${all - missing} đã nộp`, missing && `${missing} chưa có báo cáo`, late && `${late} nộp chậm`]
      .filter(Boolean)
      .join(' · '),
};

/** The server said no, or could not be reached; message is a sentence for people. */
export class Refusal extends Error {
  constructor(message, status = 0, field = null) {
    super(message);
    this.status = status;
    this.field = field;
  }
}

export function refusal(status, answer) {
  if (status === 401) return new Refusal(texts.signIn, status);
  if (answer?.message) return new Refusal(answer.message, status, answer.field);
  return new Refusal(status >= 500 ? texts.unavailable : texts.refused, status);
}

/** The CSRF token our server left in a cookie, sent back as a header with everything that changes data. */
export function csrfHeaders() {
  const token = document.cookie.split('; ').find((cookie) => cookie.startsWith('TD-CSRF='));
  return token ? { 'X-TD-CSRF': decodeURIComponent(token.slice('TD-CSRF='.length)) } : {};
}

export async function call(method, path, content, options = {}) {
  const headers = { Accept: 'application/json', ...(method === 'GET' ? {} : csrfHeaders()) };
  if (content !== undefined) headers['Content-Type'] = 'application/json';
  const body = content === undefined ? undefined : JSON.stringify(content);
  let response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers,
      body,
      credentials: 'same-origin',
      cache: 'no-store',
      ...options,
    });
  } catch {
    throw new Refusal(texts.network);
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw refusal(response.status, answer);
  return answer;
}

export const signInLink = () => el('a', { href: '/dang-nhap', target: '_blank', rel: 'noopener' }, texts.signInLink);

/** el('p.td-note', { hidden: true }, 'text', node, null): an element with classes, properties and children. */
export function el(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(' ');
  for (const [key, value] of Object.entries(properties)) {
    if (key in node && !key.includes('-')) node[key] = value;
    else if (value != null) node.setAttribute(key, value);
  }
  node.append(...children.flat(Infinity).filter((child) => child != null && child !== '' && child !== false));
  return node;
}

/** "1.234,5" as it is typed; NaN if it is no number. */
export const parseNumber = (text) =>
  /^(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(text) ? Number(text.replaceAll('.', '').replace(',', '.')) : NaN;

export const printNumber = (number) => number.toLocaleString('vi-VN', { maximumFractionDigits: 4 });

const shapes = {
  calendar: 'M3 5h14v12H3z M3 9h14 M7 3v4 M13 3v4',
  up: 'M10 16V5 M5 10l5-5 5 5',
  down: 'M10 4v11 M5 10l5 5 5-5',
  close: 'M5 5l10 10 M15 5L5 15',
  left: 'M12 4l-6 6 6 6',
  right: 'M8 4l6 6-6 6',
  file: 'M5 2h7l4 4v12H5z M12 2v4h4',
  check: 'M4 10l4 4 8-9',
};

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('td-icon');
  const path = document.createElementNS(svg.namespaceURI, 'path');
  path.setAttribute('d', shapes[name]);
  svg.append(path);
  return svg;
}

export const iconButton = (shape, label, onClick) => {
  const button = el('button.td-tool', { type: 'button', title: label, 'aria-label': label }, icon(shape));
  button.addEventListener('click', onClick);
  return button;
};

let lastId = 0;
export const newId = () => `td-${++lastId}`;

export const twoDigits = (number) => String(number).padStart(2, '0');

export const formatDate = (date) =>
  [twoDigits(date.getDate()), twoDigits(date.getMonth() + 1), date.getFullYear()].join('/');

export function sizeText(bytes) {
  const inKilobytes = bytes / 1024;
  const [number, unit] = inKilobytes < 1024 ? [Math.ceil(inKilobytes), 'KB'] : [inKilobytes / 1024, 'MB'];
  return `${number.toLocaleString('vi-VN', { maximumFractionDigits: 1 })} ${unit}`;
}

export const fileLink = (file) =>
  el(
    'a.td-file-name',
    { href: `/api/files/${encodeURIComponent(file.id)}`, download: file.name },
    icon('file'),
    el('span', {}, file.name),
  );
