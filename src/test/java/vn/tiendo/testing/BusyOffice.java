package vn.tiendo.testing;

import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.duty;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.quietDraft;
import static vn.tiendo.testing.Samples.returned;
import static vn.tiendo.testing.Samples.with;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** An office in which every step of every model waits for somebody; {@code words} end every text that somebody typed. */
public final class BusyOffice {

    private static final List<String> POINTS = List.of("4", "3", "3", "15", "12", "12", "12", "10", "12", "7", "10");

    private final Journey journey;
    private final String words;
    private final Map<String, String> waiting = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();

    public final String issued;
    public final String sealed;

    public BusyOffice(Journey journey, String words) {
        this.journey = journey;
        this.words = words;
        journey.beginsAt("2023-03-01T09:00");
        issued = journey.issued(proposed(), issuedDraft());
        var attached = files.get("proposal");
        journey.settle();
        assignments();
        reports();
        scores();
        journey.jumpsTo("2023-03-10T09:00");
        waits("decideOverdue", issued + "-N02-khuPho1-Q1");
        sealed = journey.issued(proposed(), calm());
        journey.does("cbvhxh", sealed, "closePlan", Map.of("remark", text("Xong")));
        waits("closePlan", journey.issued(proposed(), calm()));
        drafts();
        files.put("proposal", attached);
        files.put("nobody's", upload("cbvhxh"));
        journey.database()
                .sql(
                        "select name, id from stored_file where type = 'application/json' or id = (select document from plan where id = ?)")
                .param(issued)
                .query((row, number) -> files.put(row.getString(1), row.getString(2)))
                .list();
    }

    /** The case in which the step waits. */
    public String waitsAt(String step) {
        return waiting.get(step);
    }

    public Set<String> steps() {
        return Set.copyOf(waiting.keySet());
    }

    public String task(String step) {
        return journey.task(waiting.get(step), step).getId();
    }

    /** @param whose {@code proposal}, {@code drafting}, {@code report}, {@code result}, {@code evidence}, {@code nobody's} or its name */
    public String file(String whose) {
        return files.get(whose);
    }

    public String text(String plain) {
        return plain + words;
    }

    private void waits(String step, String businessKey) {
        journey.task(businessKey, step);
        waiting.put(step, businessKey);
    }

    // Plans
    // -----------------------------------------------------------------------------------------------------------

    private Map<String, Object> proposed() {
        var proposal = with(proposal(), "summary", text("Đề nghị ban hành kế hoạch"));
        proposal.put("subject", text("Thực hiện Quy chế dân chủ"));
        proposal.put("proposalNumber", text("03/TTr-VHXH"));
        files.put("proposal", upload("cbvhxh"));
        proposal.put("files", List.of(Map.of("id", files.get("proposal"))));
        return proposal;
    }

    private Map<String, Object> calm() {
        var calm = with(typed(quietDraft(List.of())), "tasks", List.of());
        calm.put("subject", text("=1+1"));
        return calm;
    }

    private Map<String, Object> typed(Map<String, Object> draft) {
        var typed = with(draft, "subject", text("Thực hiện Quy chế dân chủ"));
        typed.put("content", "I. MỤC TIÊU\n" + text("Mọi cơ quan thực hiện đúng quy chế."));
        typed.put("bases", List.of(text("Căn cứ Nghị định số 04/2015/NĐ-CP của Chính phủ")));
        return typed;
    }

    private Map<String, Object> issuedDraft() {
        var draft = typed(with(draft(), "tasks", tasks()));
        draft.put(
                "duties",
                List.of(
                        report("Báo cáo 6 tháng", "khuPho1", "vanHoaXaHoi"),
                        report("Báo cáo quý", "vanHoaXaHoi"),
                        report("Báo cáo tháng", "vanHoaXaHoi"),
                        Map.of("name", text("Báo cáo chuyên đề"))));
        draft.put(
                "recipients",
                List.of(
                        Map.of("text", text("UB MTTQ"), "units", List.of("mttq"), "receipt", true),
                        Map.of("text", text("Cán bộ, công chức")),
                        Map.of("text", "Báo Mẫu", "address", "bao@mau.example"),
                        Map.of("text", "Lưu: VT", "role", "ARCHIVE")));
        return draft;
    }

    private Map<String, Object> report(String name, String... units) {
        var duty = with(duty(text(name), "SEMI_ANNUAL", "21/03/2023", List.of(units)), "outline", text("Đề cương"));
        duty.put("figures", List.of(Map.of("name", text("Hội nghị"), "measure", text("cuộc"), "target", "4")));
        duty.put("terms", List.of(Map.of("date", "21/03/2023", "label", text("Lần 1"))));
        return duty;
    }

    private List<Map<String, Object>> tasks() {
        return List.of(
                task("Lát vỉa hè", "ORDER", "kinhTeHaTang", "28/04/2023"),
                task("Họp dân", "ORDER", "khuPho1", "02/03/2023"),
                task("Rà soát quy ước", "ORDER", "vanHoaXaHoi", "28/04/2023"),
                task("Vận động hội viên", "REQUEST", "mttq", "28/04/2023"));
    }

    private Map<String, Object> task(String what, String kind, String lead, String due) {
        return Map.of(
                "text",
                text(what),
                "kind",
                kind,
                "lead",
                lead,
                "due",
                due,
                "timeText",
                text("Cả năm"),
                "partners",
                lead.equals("kinhTeHaTang") ? List.of("khuPho1") : List.of());
    }

    private String drafted(Map<String, Object> draft, String... steps) {
        var plan = (String) journey.propose("cbvhxh", proposed()).getBody().get("businessKey");
        if (steps.length > 0) {
            journey.does("cbvhxh", plan, "draftPlan", draft);
        }
        var people = Map.of("reviewDraft", "truongvhxh", "checkForm", "chuyenvien", "approvePlan", "phochutich1");
        for (var step : steps) {
            if (people.containsKey(step)) {
                journey.does(people.get(step), plan, step, with(new HashMap<>(approved()), "remark", text("Đồng ý")));
            }
        }
        return plan;
    }

    private void drafts() {
        var draft = calm();
        var returned = drafted(draft, "draftPlan");
        journey.does("truongvhxh", returned, "reviewDraft", returned(text("Bổ sung kinh phí")));
        waits("draftPlan", returned);
        var file = upload("cbvhxh");
        files.put("drafting", file);
        waits("reviewDraft", drafted(with(draft, "files", List.of(Map.of("id", file))), "draftPlan"));
        waits("checkForm", drafted(draft, "draftPlan", "reviewDraft"));
        waits("approvePlan", drafted(draft, "draftPlan", "reviewDraft", "checkForm"));
        waits("decideByChair", drafted(with(draft, "signer", "chutich"), "draftPlan", "reviewDraft", "checkForm"));
        waits("numberPlan", drafted(draft, "draftPlan", "reviewDraft", "checkForm", "approvePlan"));
        waits("deliverByHand", issued + "-N02");
        waits("confirmReceipt", issued + "-N01");
    }

    // What the issued plan asks of units
    // -------------------------------------------------------------------------------------------

    private void assignments() {
        var first = issued + "-N01-kinhTeHaTang";
        var accepted = Map.of("verdict", "ACCEPTED", "workPlan", text("Làm từng đoạn"));
        journey.does("truongktht", first, "answerAssignment", accepted);
        posts(
                "truongktht",
                "/api/assignments/" + first + "/shares",
                Map.of("person", "cbktht", "work", text("Đo đạc"), "workUntil", "20/04/2023"));
        posts(
                "cbktht",
                "/api/assignments/" + first + "/coordination",
                Map.of("coordinator", "khuPho1", "question", text("Vận động"), "answerUntil", "19/04/2023"));
        posts(
                "cbktht",
                "/api/assignments/" + first + "/progress",
                Map.of("percent", "40", "progress", text("Xong một nửa"), "difficulties", text("Mưa")));
        waits("doShare", first + "-P01");
        journey.does(
                "cbvhxh",
                issued + "-N03-vanHoaXaHoi",
                "answerAssignment",
                Map.of("verdict", "OBJECTED", "remark", text("Không đúng chức năng")));
        waits("decideObjection", issued + "-N03-vanHoaXaHoi");
        journey.does("mttq", issued + "-N04-mttq", "answerAssignment", accepted);
        var file = upload("mttq");
        files.put("result", file);
        journey.does(
                "mttq",
                issued + "-N04-mttq",
                "carryOutAssignment",
                Map.of(
                        "result",
                        text("Đã vận động"),
                        "difficulties",
                        text("Ít người"),
                        "files",
                        List.of(Map.of("id", file))));
        waits("verifyResult", issued + "-N04-mttq");
        waits("carryOutAssignment", first);
        waits("answerAssignment", issued + "-N02-khuPho1");
    }

    private void reports() {
        var file = upload("cbvhxh");
        files.put("report", file);
        for (var round : List.of("K01", "K02", "K03")) {
            journey.does(
                    "cbvhxh",
                    issued + "-" + round + "-vanHoaXaHoi",
                    "handInReport",
                    Map.of(
                            "content",
                            text("Đã họp"),
                            "difficulties",
                            text("Thiếu người"),
                            "proposals",
                            text("Bổ sung"),
                            "figures",
                            List.of(Map.of(
                                    "number", 1, "periodValue", "2", "cumulative", "2", "source", text("Sổ họp"))),
                            "files",
                            round.equals("K01") ? List.of(Map.of("id", file)) : List.of()));
        }
        waits("acceptReport", issued + "-K01-vanHoaXaHoi");
        for (var round : List.of("K02", "K03")) {
            journey.does("chuyenvien", issued + "-" + round + "-vanHoaXaHoi", "acceptReport", approved());
        }
        waits("editConsolidation", issued + "-K02");
        journey.does("chuyenvien", issued + "-K03", "editConsolidation", Map.of("content", text("Tổng hợp")));
        waits("approveConsolidation", issued + "-K03");
        waits("handInReport", issued + "-K01-khuPho1");
        posts(
                "khupho1",
                "/api/reports/" + issued + "-K01-khuPho1/extension",
                Map.of("wanted", "28/03/2023", "reason", text("Chờ số liệu")));
        waits("decideExtension", issued + "-K01-khuPho1-Q1");
    }

    private void scores() {
        posts(
                "chuyenvien",
                "/api/work/start/selfAssessment",
                Map.of(
                        "plan",
                        issued,
                        "scheme",
                        "MAU-2023",
                        "units",
                        List.of("khuPho1", "khuPho2", "vanHoaXaHoi", "kinhTeHaTang"),
                        "due",
                        "28/04/2023"));
        waits("scoreOneself", issued + "-T-khuPho1");
        var file = upload("cbvhxh");
        files.put("evidence", file);
        journey.does(
                "cbvhxh",
                issued + "-T-vanHoaXaHoi",
                "scoreOneself",
                Map.of("scores", points(List.of(Map.of("id", file)))));
        waits("verifyScore", issued + "-T-vanHoaXaHoi");
        for (var scorer : Map.of("kinhTeHaTang", "cbktht", "khuPho2", "khupho2").entrySet()) {
            var assessment = issued + "-T-" + scorer.getKey();
            journey.does(scorer.getValue(), assessment, "scoreOneself", Map.of("scores", points(List.of())));
            journey.does(
                    "chuyenvien",
                    assessment,
                    "verifyScore",
                    Map.of(
                            "verdict",
                            "APPROVED",
                            "scores",
                            points(List.of()),
                            "bonus",
                            "1",
                            "penalty",
                            "",
                            "adjustment",
                            text("Có mô hình mới"),
                            "disciplined",
                            "false"));
        }
        journey.does("phochutich1", issued + "-T-khuPho2", "confirmRating", approved());
        waits("confirmRating", issued + "-T-kinhTeHaTang");
    }

    private List<Map<String, Object>> points(List<?> evidence) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var points : POINTS) {
            lines.add(Map.of(
                    "number",
                    String.valueOf(lines.size() + 1),
                    "score",
                    points,
                    "evidence",
                    text("Có biên bản"),
                    "remark",
                    text("Theo hồ sơ"),
                    "files",
                    lines.size() == 3 ? evidence : List.of()));
        }
        return lines;
    }

    private String upload(String login) {
        var answer = journey.upload(
                        login, "so-lieu " + files.size() + ".txt", "Số liệu mẫu".getBytes(StandardCharsets.UTF_8))
                .getBody();
        return (String) answer.get("id");
    }

    private void posts(String login, String path, Map<String, ?> content) {
        var answer = journey.call(HttpMethod.POST, login, path, content);
        if (!answer.getStatusCode().is2xxSuccessful()) {
            throw new AssertionError(path + " by " + login + ": " + answer.getBody());
        }
        journey.settle();
    }
}
