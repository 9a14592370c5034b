package vn.tiendo.mail;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Thư đi: what was mailed, to whom, and what did not leave. */
@Controller
class MailPage {

    private final Mails mails;

    MailPage(Mails mails) {
        this.mails = mails;
    }

    @GetMapping("/thu-di")
    String list(Model model) {
        model.addAttribute("mails", mails.latest(200));
        return "thu-di";
    }

    @GetMapping("/thu-di/{id}")
    String one(@PathVariable UUID id, Model model) {
        var mail = mails.get(id);
        model.addAttribute("mail", mail);
        // whoever reads a copy here is not the one who confirms the receipt
        model.addAttribute("text", mail.bodyText().strip().replaceAll("/nhan/\\S+", "/nhan/…"));
        return "mot-thu";
    }
}
