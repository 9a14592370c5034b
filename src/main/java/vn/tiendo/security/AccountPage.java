package vn.tiendo.security;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.engine.Refusal;

/** Tài khoản: one's own password, and where one is signed in. */
@Controller
class AccountPage {

    private final OwnPassword password;
    private final Sessions sessions;
    private final PasswordRules rules;

    AccountPage(OwnPassword password, Sessions sessions, PasswordRules rules) {
        this.password = password;
        this.sessions = sessions;
        this.rules = rules;
    }

    @GetMapping("/tai-khoan")
    String show(Principal me, Model model) {
        model.addAttribute("mustChange", password.isGiven(me.getName()));
        model.addAttribute("sessions", sessions.count(me.getName()));
        model.addAttribute("shortest", rules.shortest());
        return "tai-khoan";
    }

    @PostMapping("/tai-khoan/mat-khau")
    String change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String repeated,
            Principal me,
            HttpServletRequest request,
            RedirectAttributes answer) {
        try {
            password.change(me.getName(), old, chosen, repeated);
            sessions.endOthers(me.getName(), request.getSession().getId());
            answer.addFlashAttribute("changed", true);
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
        }
        return "redirect:/tai-khoan";
    }

    @PostMapping("/tai-khoan/dang-xuat")
    String signOutEverywhere(Principal me) {
        sessions.end(me.getName());
        return "redirect:/dang-nhap?dang-xuat";
    }
}
