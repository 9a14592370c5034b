package vn.tiendo.extraction.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of units and officials in running text: where one begins, and where the verb behind it ends it. */
final class Units {

    private static final String BEFORE =
            "(?:(?:các|những|từng|mỗi|toàn thể|lãnh đạo|thủ trưởng|người đứng đầu|đồng chí|đ/c|ông|bà)\\s+)*";
    private static final String HEADS =
            "phòng(?!,? chống| ngừa| chữa| cháy| dịch| bệnh)|ban(?! hành|g)|sở(?! hữu| thích)|ubnd|ủy ban|hđnd|hội đồng"
                    + "|hội(?= (?!nghị|thi |thảo|họp|nhập|diễn|ý))|đoàn(?! kết| viên)|liên đoàn|công đoàn|công an|quân sự|bộ chỉ huy|bch|trung tâm|tt\\.? |trạm|trường(?! hợp| kỳ)"
                    + "|đài|văn phòng|vp |thanh tra(?! công| trách|,| việc)|chi cục|cục(?! bộ)|kho bạc|bảo hiểm xã hội|bhxh|công chức|cán bộ|viên chức|bộ phận|khối|mặt trận|mttq|ubmttq"
                    + "|ub mttq|tổ(?! chức)|tổ chức(?= chính trị| đoàn thể| hội(?! nghị)| thành viên| cơ sở đảng| có sử dụng)|đơn vị|cơ quan|địa phương|ban ngành|ngành|đoàn thể|trưởng |phó trưởng|chủ tịch|phó chủ tịch"
                    + "|bí thư|giám đốc|hiệu trưởng|ngân hàng|tòa án|viện |đảng ủy|đảng bộ|huyện ủy|thành ủy|thị ủy|tỉnh ủy|quận ủy|chi bộ|hạt |đội(?! ngũ)|ấp|khu phố|thôn|xã|phường|thị trấn|khóm"
                    + "|tổ dân phố|làng|bản(?! )|doanh nghiệp|hợp tác xã|điện lực|bưu điện|bộ (?=công|nội|tài|quốc|tư pháp|y tế|giáo|văn|xây|nông|khoa|ngoại|dân)|nhà văn hóa|thư viện|chánh|công ty"
                    + "|quỹ |thường trực|nhân viên|người lao động|hộ gia đình|nhà trường|cấp ủy|chính quyền|tổng công ty|báo(?! cáo| động| chí)|kế toán|văn thư|chuyên viên|bệnh viện|hội liên hiệp";
    private static final Pattern START = Pattern.compile(BEFORE + "(?:" + HEADS + ")(?:(?![\\p{L}])|(?<= ))");

    /** Words that begin what the unit shall do, or the next part of the sentence; only where they are written small. */
    private static final Pattern STOP = Pattern.compile(
            "(?:chủ trì|phối hợp|tham mưu|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|tổ chức|xây dựng|hướng dẫn|kiểm tra|theo|đôn đốc|có(?! trách nhiệm| nhiệm vụ| liên quan| sử dụng| thẩm quyền| chức năng)|đạt|phấn đấu|tổng hợp|triển khai|thực hiện|tăng cường"
                    + "|tiếp tục|đẩy mạnh|ban hành|rà soát|báo cáo|căn cứ|trên(?! địa bàn)|để|nhằm|trong|tại|về|gửi|định kỳ|thường xuyên|kịp thời|chủ động|nghiên cứu|bố trí|cân đối|đề xuất|thẩm định|tuyên truyền"
                    + "|phổ biến|quán triệt|vận động|giám sát|đánh giá|lập|cử|đảm bảo|bảo đảm|đăng|cung cấp|lồng ghép|nâng cao|thành lập|kiện toàn|phân công|chỉ đạo|quan tâm|tập trung|tạo|hỗ trợ"
                    + "|tiến hành|xem xét|làm|sử dụng|khẩn trương|nghiêm túc|chuẩn bị|hoàn thành|viết|đưa|tham gia|phát huy|phát động|phát hiện|yêu cầu|đề nghị|giúp|thông báo|niêm yết|công khai|cập nhật|duy trì"
                    + "|tích cực|thông tin|trực tiếp|hoàn thiện|cụ thể hóa|xử lý|tiếp nhận|giải quyết|ký|nộp|trình|cấp(?! xã| huyện| tỉnh| ủy| cơ sở)|mở|chấn chỉnh|khai thác|quản lý|tùy|qua|từ|khi|nếu|đã|sẽ|được|phải|là|hằng|hàng|mỗi năm"
                    + "|năm|quý|trước|chậm nhất|lần|không|cùng|đồng thời|góp|đối thoại|tiếp công dân|bồi dưỡng|tập huấn|phụ trách|thuộc(?= thẩm quyền| trách nhiệm)|liên hệ|mua|vận hành|khảo sát|thống kê|ứng dụng"
                    + "|biểu dương|khen|nhắc|đối với|đến|cho|chấp hành|nêu|gắn|bằng|kết quả|tình hình|giao|ký kết|soạn|dự thảo|in |phát |trao|điều|cam kết)(?!\\p{L})");

    private static final Pattern NOUN_BEFORE = Pattern.compile(
            "(?:các|những|cơ quan|cơ quan,|ban|bộ phận|hội đồng|tổ|đội|đoàn|phòng|trung tâm|người|cán bộ|chuyên môn) $");
    private static final Pattern ENUMERATED = Pattern.compile(
            "(?:các |những )?(?:thị trấn|phường|xã|đơn vị|tổ chức|ban,? ngành|ngành|đoàn thể|địa phương|khu phố|thôn|ấp|bản|khóm|doanh nghiệp|công chức|viên chức|người lao động|cá nhân|đặc khu|tổ dân phố|cộng đồng)(?!\\p{L})");

    private static final Pattern PLACES =
            Pattern.compile("(?:các )?(?:thị trấn|phường|xã|đặc khu|thôn|ấp|bản|khóm|khu phố|tổ dân phố)(?!\\p{L})");

    private Units() {}

    static boolean startAt(String folded, int at) {
        return begins(START, folded, at);
    }

    /** @return the end of the name that begins at this place, or the place itself if none does */
    static int end(Passage passage, int at) {
        var folded = passage.folded();
        if (!startAt(folded, at)) {
            return at;
        }
        int i = at;
        while (i < folded.length()) {
            char letter = folded.charAt(i);
            var wordStart = i == at || !Character.isLetterOrDigit(folded.charAt(i - 1));
            if (wordStart && Character.isLetterOrDigit(letter) && i > at && stops(passage, i, at)) {
                break;
            }
            if (";:.\"\t/".indexOf(letter) >= 0 && !isAbbreviation(folded, i) || letter == '(' || letter == ')') {
                break;
            }
            if (letter == ',' && !goesOn(passage, i + 1, true)) {
                break;
            }
            if (folded.startsWith(" và ", i) && !goesOn(passage, i + 3, false)) {
                break;
            }
            i++;
        }
        while (i > at && !Character.isLetterOrDigit(folded.charAt(i - 1)) && folded.charAt(i - 1) != '%') {
            i--;
        }
        return i;
    }

    static @Nullable String at(Passage passage, int at) {
        var end = end(passage, at);
        return end > at ? passage.text().substring(at, end) : null;
    }

    private static boolean isAbbreviation(String folded, int dot) {
        return folded.charAt(dot) == '.'
                        && dot >= 2
                        && dot + 1 < folded.length()
                        && folded.charAt(dot + 1) == ' '
                        && (folded.startsWith("tt", dot - 2)
                                || folded.startsWith("tp", dot - 2)
                                || folded.startsWith("ct", dot - 2))
                || folded.charAt(dot) == '/' && dot + 1 < folded.length() && folded.charAt(dot + 1) != '/';
    }

    private static boolean stops(Passage passage, int at, int from) {
        if (!Character.isLowerCase(passage.text().charAt(at))) {
            return false;
        }
        if (!begins(STOP, passage.folded(), at)) {
            return false;
        }
        var noun = NOUN_BEFORE.matcher(passage.folded()).region(from, at).find()
                || (passage.folded().startsWith("tổ chức", at) && startAt(passage.folded(), at));
        return !noun;
    }

    private static boolean goesOn(Passage passage, int at, boolean mayBeVerb) {
        var folded = passage.folded();
        while (at < folded.length() && folded.charAt(at) == ' ') {
            at++;
        }
        if (at >= folded.length()) {
            return false;
        }
        return startAt(folded, at)
                || begins(ENUMERATED, folded, at)
                || (Character.isUpperCase(passage.text().charAt(at)) && !(mayBeVerb && begins(STOP, folded, at)));
    }

    private static boolean begins(Pattern words, String folded, int at) {
        return at < folded.length()
                && words.matcher(folded)
                        .region(at, folded.length())
                        .useTransparentBounds(true)
                        .useAnchoringBounds(false)
                        .lookingAt();
    }

    /** "A; B và các C": the names one by one; a name with a comma or an "và" of its own stays whole. */
    static List<String> split(String names) {
        var text = names.strip();
        var folded = Letters.fold(text);
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            int gap = text.charAt(i) == ';' ? 1 : text.charAt(i) == ',' ? 1 : folded.startsWith(" và ", i) ? 4 : 0;
            if (gap == 0) {
                continue;
            }
            int next = i + gap;
            while (next < text.length() && text.charAt(next) == ' ') {
                next++;
            }
            var listed = text.charAt(i) == ';' || (startAt(folded, next) && !isOneName(folded, from, i, next));
            if (listed) {
                add(parts, text.substring(from, i));
                from = next;
                i = next - 1;
            }
        }
        add(parts, text.substring(Math.min(from, text.length())));
        return parts;
    }

    /** "UBND các xã, thị trấn", "các cơ quan, đơn vị", "Văn phòng HĐND và UBND": one name in spite of the comma or the "và". */
    private static boolean isOneName(String folded, int from, int to, int next) {
        var before = folded.substring(from, to).strip().replaceAll("^(?:các|những) ", "");
        return before.matches("cán bộ|văn phòng (?:hđnd|hội đồng nhân dân)(?: \\p{L}+)?")
                || (begins(ENUMERATED, folded, next)
                        && (before.split(" ").length <= 2 || begins(PLACES, folded, next)));
    }

    private static void add(List<String> parts, String name) {
        var clean = name.strip()
                .replaceAll("[.,;:]+$", "")
                .replaceAll("^[-–+•]\\s*", "")
                .strip();
        if (!clean.isEmpty()) {
            parts.add(clean);
        }
    }
}
