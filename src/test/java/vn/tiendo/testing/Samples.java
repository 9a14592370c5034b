package vn.tiendo.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Contents of forms. The facts of the 2023 plan are real (numbers, dates, kinds of recipients), every sentence is ours. */
public final class Samples {

    private Samples() {}

    public static Map<String, Object> proposal() {
        return new HashMap<>(Map.of(
                "proposalNumber", "03/TTr-VHXH",
                "proposalDate", "06/02/2023",
                "unit", "vanHoaXaHoi",
                "drafter", "cbvhxh",
                "subject", "Thực hiện Quy chế dân chủ ở cơ sở năm 2023",
                "summary", "Đề nghị ban hành kế hoạch năm 2023, gồm hai kỳ báo cáo và việc tự chấm điểm."));
    }

    /** Six lines of Nơi nhận, two of them without an address; two dated duties and one ad hoc without date. */
    public static Map<String, Object> draft() {
        var draft = new HashMap<String, Object>();
        draft.put("subject", "Thực hiện Quy chế dân chủ ở cơ sở năm 2023");
        draft.put("year", "2023");
        draft.put("bases", List.of("Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ"));
        draft.put(
                "content",
                "I. MỤC TIÊU\nMọi cơ quan trong phường thực hiện đúng quy chế.\nII. NHIỆM VỤ\nCác đơn vị triển khai trong năm");
        draft.put(
                "tasks",
                List.of(Map.of(
                        "text",
                        "Theo dõi việc thực hiện quy chế",
                        "kind",
                        "ONGOING",
                        "lead",
                        "vanPhong",
                        "timeText",
                        "Cả năm")));
        draft.put(
                "recipients",
                new ArrayList<>(List.of(
                        Map.of("text", "UBND, Phòng Nội vụ TP (B/c)", "role", "TO_REPORT", "unit", "noiVuThanhPho"),
                        Map.of("text", "TT Đảng ủy - HĐND (B/c)", "role", "TO_REPORT", "unit", "dangUy"),
                        Map.of(
                                "text",
                                "Chủ tịch UBND (B/c)",
                                "role",
                                "TO_REPORT",
                                "address",
                                "chutich@phuong.mau.example"),
                        Map.of("text", "UB MTTQ, các đoàn thể (P/h)", "role", "TO_COORDINATE", "unit", "mttq"),
                        Map.of("text", "Cán bộ, công chức (T/h)", "role", "TO_EXECUTE"),
                        Map.of("text", "Lưu: VP", "role", "ARCHIVE"))));
        draft.put(
                "duties",
                new ArrayList<>(List.of(
                        duty("Báo cáo 6 tháng", "SEMI_ANNUAL", "10/5/2023", List.of("vanPhong", "vanHoaXaHoi")),
                        duty("Báo cáo năm", "ANNUAL", "01/11/2023", List.of("vanPhong", "vanHoaXaHoi")),
                        Map.of(
                                "name",
                                "Báo cáo đột xuất",
                                "period",
                                "AD_HOC",
                                "operator",
                                "PER_REQUEST",
                                "reporters",
                                List.of("vanPhong")))));
        draft.put("signer", "phochutich1");
        return draft;
    }

    /** A draft with these duties that nobody receives by mail. */
    public static Map<String, Object> quietDraft(List<?> duties) {
        var draft = with(draft(), "duties", duties);
        draft.put("recipients", List.of(Map.of("text", "Lưu: VT", "role", "ARCHIVE")));
        return draft;
    }

    public static Map<String, Object> duty(String name, String period, String date, List<String> reporters) {
        return Map.of(
                "name",
                name,
                "period",
                period,
                "operator",
                "BEFORE",
                "terms",
                List.of(Map.of("date", date)),
                "reporters",
                reporters,
                "recipient",
                "thanhPho",
                "channels",
                List.of("noiVuThanhPho"));
    }

    public static Map<String, Object> with(Map<String, Object> content, String key, Object value) {
        var changed = new HashMap<>(content);
        changed.put(key, value);
        return changed;
    }

    public static Map<String, Object> approved() {
        return Map.of("verdict", "APPROVED");
    }

    public static Map<String, Object> returned(String remark) {
        return Map.of("verdict", "RETURNED", "remark", remark);
    }
}
