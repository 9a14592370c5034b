package vn.tiendo.extraction.parsing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "Cơ quan chủ trì: …; phối hợp: …; thời gian: …" behind or below what is to be done. */
record Labels(
        @Nullable String lead,
        @Nullable String coordinators,
        @Nullable String time,
        int from) {

    private static final String WHO =
            "(?:cơ quan|đơn vị|bộ phận|người|cá nhân|phòng, ban|phòng ban|tổ chức)(?: và cá nhân)?";
    private static final Pattern LABEL = Pattern.compile(
            "(?<![\\p{L}])(?:(?:" + WHO
                    + "\\s+)?(?:(?<both>chủ trì,? (?:và )?phối hợp)|(?<lead>chủ trì(?: thực hiện| tham mưu)?)|(?<with>phối hợp(?: thực hiện)?))|"
                    + WHO
                    + "\\s+(?<by>thực hiện|phụ trách|tham mưu|chịu trách nhiệm|đầu mối)|(?<by2>phân công(?: thực hiện)?|người phụ trách|trách nhiệm thực hiện)|(?<time>(?:thời gian|thời hạn|tiến độ|hạn)(?: thực hiện| hoàn thành| triển khai)?(?: thực hiện| hoàn thành)?|thời điểm)|(?<other>nội dung|kinh phí|sản phẩm|kết quả|yêu cầu|địa điểm|thành phần|hình thức|đối tượng)(?: thực hiện| đầu ra| dự kiến)?)\\s*:\\s*");

    static @Nullable Labels of(Passage passage) {
        var label = LABEL.matcher(passage.folded());
        String lead = null;
        String with = null;
        String time = null;
        int first = -1;
        var going = label.find();
        while (going) {
            var named = label.group("lead") != null
                    || label.group("both") != null
                    || label.group("by") != null
                    || label.group("by2") != null;
            var coordinating = label.group("with") != null;
            var timed = label.group("time") != null;
            int from = label.end();
            int start = label.start();
            going = label.find();
            var value = clean(passage.text()
                    .substring(from, going ? label.start() : passage.text().length()));
            if (named || coordinating || timed || start <= markerLength(passage)) {
                first = first < 0 ? start : first;
            }
            lead = named && lead == null ? value : lead;
            with = coordinating ? value : with;
            time = timed ? value : time;
        }
        return first < 0 ? null : new Labels(lead, with, time, first);
    }

    /** Nothing but labels stands here. */
    boolean isAll(Passage passage) {
        return from <= markerLength(passage);
    }

    private static int markerLength(Passage passage) {
        var marker = Marker.of(passage.text());
        return marker == null ? 0 : marker.length();
    }

    private static String clean(String value) {
        return value.replaceAll("(?iu)[;,.]\\s*(?:hoàn thành|xong|trước|trong|thực hiện|thời)\\s.*", "")
                .strip()
                .replaceAll("[\\s.,;()\\-–+]+$", "")
                .strip();
    }
}
