package vn.tiendo.organisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.engine.Refusal;

/** Tổ chức from a file: shown before it is taken, taken whole or not at all; and the organisation as a file. */
@Controller
class OrganisationImportPage {

    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final OrganisationImport taking;
    private final Units units;
    private final Staff staff;
    private final ObjectMapper json;

    OrganisationImportPage(OrganisationImport taking, Units units, Staff staff, ObjectMapper json) {
        this.taking = taking;
        this.units = units;
        this.staff = staff;
        this.json = json;
    }

    @GetMapping("/to-chuc/nhap")
    String show() {
        return "to-chuc-nhap";
    }

    /** Shows what the file would change, or all that is wrong with it. */
    @PostMapping(path = "/to-chuc/nhap", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String tries(@RequestParam MultipartFile file, Model model) {
        try {
            var sheets = OrganisationFile.read(file.getBytes());
            var outcome = taking.tries(sheets);
            model.addAttribute("outcome", outcome);
            if (outcome.findings().isEmpty() && !outcome.changesNothing()) {
                model.addAttribute("rows", json.writeValueAsString(sheets));
            }
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.sentence());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "to-chuc-nhap";
    }

    /** @param rows as they were shown */
    @PostMapping("/to-chuc/nhap/ghi")
    String takes(@RequestParam(defaultValue = "") String rows, Model model, RedirectAttributes answer) {
        try {
            var outcome = taking.takes(json.readValue(rows, Sheets.class));
            if (outcome.findings().isEmpty()) {
                answer.addFlashAttribute("taken", outcome);
                return "redirect:/to-chuc";
            }
            model.addAttribute("outcome", outcome);
        } catch (JsonProcessingException e) {
            model.addAttribute("refusal", Refusal.because("import.unreadable").sentence());
        }
        return "to-chuc-nhap";
    }

    @GetMapping("/to-chuc/danh-ba.xlsx")
    ResponseEntity<byte[]> workbook() {
        return download("danh-ba.xlsx", WORKBOOK, OrganisationFile.workbook(units.entries(), staff.entries()));
    }

    @GetMapping("/to-chuc/{table:don-vi|nguoi}.csv")
    ResponseEntity<byte[]> text(@PathVariable String table) {
        var text = table.equals("nguoi")
                ? OrganisationFile.peopleAsText(staff.entries())
                : OrganisationFile.unitsAsText(units.entries());
        return download(
                table + ".csv",
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> download(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
