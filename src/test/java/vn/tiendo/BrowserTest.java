package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import vn.tiendo.testing.Chromium;
import vn.tiendo.testing.English;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;

/** What people see: Tasklist in a real browser, from the Tờ trình to the number. Pictures go to {@code target/screenshots}. */
@ProcessTest
@Tag("browser")
class BrowserTest {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private static Chromium browser;

    @Autowired
    Journey journey;

    @LocalServerPort
    int port;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        if (Chromium.installed().isEmpty()) {
            System.out.println("BrowserTest is skipped: there is no Chromium");
        }
        Assumptions.assumeTrue(Chromium.installed().isPresent(), "no Chromium installed");
        browser = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void anOfficialProposesAndDraftsALeaderApprovesAClerkIssues() {
        journey.beginsAt("2023-02-10T09:00");

        arrive();
        assertThat(page.locator("main").evaluate("it => getComputedStyle(it).borderTopWidth"))
                .as("the sign-in page has its style sheet")
                .isEqualTo("4px");
        picture("0-dang-nhap");
        enter("cbvhxh");
        propose();
        var plan = journey.database()
                .sql("select id from plan")
                .query(String.class)
                .single();
        openTask("Soạn thảo kế hoạch");
        draftInTheBrowser(plan);
        signOut();

        journey.does("truongvhxh", plan, "reviewDraft", Samples.approved());
        journey.does("chuyenvien", plan, "checkForm", Samples.approved());

        signIn("phochutich1");
        page.locator("[cam-tasks] h6.td-plan")
                .getByText("Thực hiện Quy chế dân chủ ở cơ sở năm 2023")
                .waitFor();
        openTask("Phó Chủ tịch phê duyệt");
        picture("4-phe-duyet");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Phê duyệt").setExact(true))
                .click();
        waitUntilOpen(plan, "numberPlan");
        signOut();

        signIn("vanthu");
        page.getByText("Việc của đơn vị").first().click();
        openTask("Văn thư cấp số, ghi ngày");
        page.getByText("Nhận việc").first().click();
        var number = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cấp số và ban hành"));
        number.scrollIntoViewIfNeeded();
        picture("5-cap-so");
        number.click();
        page.waitForCondition(() -> "NUMBERED".equals(status(plan)));
        // Tasklist goes to another task when the form is closed; a page opened before that would be aborted
        number.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        journey.settle();

        assertThat(status(plan)).isEqualTo("ISSUED");
        assertThat(journey.database()
                        .sql("select code from plan")
                        .query(String.class)
                        .single())
                .isEqualTo("01/KH-UBND");
        page.navigate(address("/ke-hoach/" + plan));
        picture("6-ho-so");
        page.navigate(address("/thu-di"));
        picture("7-thu-di");
    }

    @Test
    void whatIsTypedComesBackAfterAClosedWindow() {
        journey.beginsAt("2023-02-10T09:00");
        var plan =
                (String) journey.propose("cbvhxh", Samples.proposal()).getBody().get("businessKey");
        signIn("cbvhxh");
        openTask("Soạn thảo kế hoạch");
        page.locator("[data-field=content]").fill("Đang viết dở một kế hoạch dài");
        page.waitForCondition(() -> journey.database()
                        .sql(
                                "select count(*) from form_input where business_key = ? and content->>'content' like 'Đang viết dở%'")
                        .param(plan)
                        .query(Integer.class)
                        .single()
                == 1);
        context.close();
        context = null;

        signIn("cbvhxh");
        openTask("Soạn thảo kế hoạch");

        page.waitForCondition(
                () -> page.locator("[data-field=content]").inputValue().startsWith("Đang viết dở một kế hoạch dài"));
    }

    @Test
    void onlyWhatIsConfirmedComesFromAFileIntoTheDraft() throws java.io.IOException {
        journey.beginsAt("2023-02-10T09:00");
        journey.propose("cbvhxh", Samples.proposal());
        signIn("cbvhxh");
        openTask("Soạn thảo kế hoạch");
        var file = Files.readString(Path.of("src/test/resources/extraction/phuong-giao-viec.txt"));
        var chooser = page.waitForFileChooser(() -> page.locator("[data-read]").click());
        chooser.setFiles(new com.microsoft.playwright.options.FilePayload(
                "Kế hoạch chuyển đổi số.txt", "text/plain", file.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var items = page.locator(".td-reading-items > li");
        items.first().waitFor();
        picture("8-doc-tu-tep");
        assertThat(items.first().locator(".td-reading-unsure").count()).isOne();
        assertThat(items.last().locator(".td-reading-unsure").count()).isZero();

        confirmItem("Tờ trình số 12/TTr-VHXH", "Căn cứ");
        confirmItem("niêm yết mã QR", "Nhiệm vụ");
        page.setViewportSize(390, 844);
        picture("8-doc-tu-tep-390");
        page.setViewportSize(1400, 1000);
        page.locator(".td-reading footer button").click();

        assertThat(page.locator("[data-list=bases] > [data-row]").count()).isOne();
        assertThat(page.locator("[data-list=tasks] > [data-row]").count()).isOne();
        assertThat(page.locator("[data-list=recipients] > [data-row]").count()).isZero();
        picture("8-da-lay");
    }

    private void confirmItem(String words, String kind) {
        var item = page.locator(".td-reading-items > li")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".td-reading-kind", new Page.LocatorOptions().setHasText(kind))))
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
        item.locator(".td-reading-words").click();
        assertThat(page.locator(".td-reading-text mark").innerText()).contains(words);
        item.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Lấy"))
                .click();
        item.getByText("Đã lấy").waitFor();
    }

    private void propose() {
        page.getByText("Bắt đầu quy trình").first().click();
        page.getByText("Vòng đời kế hoạch").first().click();
        page.locator("[data-field=proposalNumber]").fill("03/TTr-VHXH");
        page.locator("[data-field=proposalDate]").fill("06/02/2023");
        page.locator("[data-field=subject]").fill("Thực hiện Quy chế dân chủ ở cơ sở năm 2023");
        page.locator("[data-field=summary]").fill("Đề nghị ban hành kế hoạch năm 2023.");
        picture("1-to-trinh");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Trình Tờ trình"))
                .click();
        page.waitForCondition(() -> journey.database()
                        .sql("select count(*) from plan")
                        .query(Integer.class)
                        .single()
                == 1);
        page.waitForLoadState();
    }

    /** Refused while empty, then typed as an official does. */
    private void draftInTheBrowser(String plan) {
        picture("2-soan-thao");
        var send = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Trình lãnh đạo đơn vị"));
        send.click();
        page.locator(".td-alert").waitFor(new Locator.WaitForOptions().setTimeout(10_000));
        picture("3-bi-tu-choi");

        page.getByLabel("Người ký")
                .selectOption(new SelectOption().setLabel("Mẫu Thị Bình – Phó Chủ tịch UBND phường"));
        field(added("Thêm căn cứ"), "Căn cứ").fill("Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ");
        page.getByLabel("Nội dung (mục đích, yêu cầu, tổ chức thực hiện)")
                .fill("I. MỤC TIÊU\nMọi cơ quan trong phường thực hiện đúng quy chế.");
        var task = added("Thêm nhiệm vụ");
        field(task, "Việc phải làm").fill("Theo dõi việc thực hiện quy chế");
        field(task, "Loại").selectOption(new SelectOption().setLabel("Việc thường xuyên"));
        choose(task, "Đơn vị chủ trì", "van phong", "Văn phòng HĐND và UBND phường");
        field(task, "Thời gian ghi bằng lời").fill("Cả năm");
        choose(
                added("Thêm nơi nhận"),
                "Đơn vị, nhóm đơn vị trong danh bạ",
                "uy ban mttq",
                "Ủy ban MTTQ Việt Nam phường");
        typeADuty(added("Thêm chế độ báo cáo"));
        picture("3-da-soan");
        send.click();
        waitUntilOpen(plan, "reviewDraft");

        assertThat(journey.call(HttpMethod.GET, "cbvhxh", "/api/plans/" + plan, null)
                        .getBody()
                        .toString())
                .contains(
                        "Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ",
                        "text=Theo dõi việc thực hiện quy chế, kind=ONGOING, lead=vanPhong",
                        "text=Ủy ban MTTQ Việt Nam phường",
                        "code=mttq",
                        "name=Báo cáo năm",
                        "code=vanHoaXaHoi",
                        "recipients=[{code=thanhPho");
    }

    private void typeADuty(Locator duty) {
        field(duty, "Tên báo cáo").fill("Báo cáo năm");
        field(duty, "Kỳ báo cáo").selectOption(new SelectOption().setLabel("Năm"));
        field(duty, "Hạn đơn vị nộp").fill("01/11/2023");
        choose(duty, "Đơn vị phải báo cáo", "van hoa", "Phòng Văn hóa - Xã hội");
        choose(duty, "Gửi đến", "ubnd thanh pho", "UBND thành phố Mẫu");
    }

    /** Presses the button below a list and gives the new row. */
    private Locator added(String button) {
        var add = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button));
        add.click();
        return page.locator("[data-list]")
                .filter(new Locator.FilterOptions().setHas(add))
                .locator("> [data-row]")
                .last();
    }

    private static Locator field(Locator row, String label) {
        return row.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    /** Types a few letters without marks and takes the unit from the list. */
    private static void choose(Locator row, String label, String typed, String unit) {
        field(row, label).pressSequentially(typed);
        row.getByRole(
                        AriaRole.OPTION,
                        new Locator.GetByRoleOptions().setName(unit).setExact(true))
                .click();
    }

    private void signIn(String login) {
        arrive();
        enter(login);
    }

    /** The files of Tasklist stay in the browser, as they do at home. */
    private void arrive() {
        if (context == null) {
            context = browser.context();
        }
        page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.navigate(address("/"));
    }

    private void enter(String login) {
        page.getByLabel("Tên đăng nhập").fill(login);
        page.getByLabel("Mật khẩu").fill(Journey.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập"))
                .click();
        page.getByText("Việc của tôi").first().waitFor();
    }

    private void signOut() {
        page.close();
        context.clearCookies();
    }

    private void openTask(String name) {
        page.locator("[cam-tasks]").getByText(name).first().click();
        page.locator(".td-form .td-actions button").first().waitFor();
    }

    private void waitUntilOpen(String plan, String step) {
        page.waitForCondition(() -> journey.waitsAt(plan).contains(step));
    }

    private String status(String plan) {
        return journey.database()
                .sql("select status from plan where id = ?")
                .param(plan)
                .query(String.class)
                .single();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** A picture for people to look at, and no English word on it. */
    private void picture(String name) {
        page.waitForTimeout(200);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
        assertThat(English.wordsIn(page.innerText("body")))
                .as("English on %s", name)
                .isEmpty();
    }
}
