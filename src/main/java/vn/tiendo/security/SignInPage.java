package vn.tiendo.security;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The only page that needs no sign-in; everybody else starts in Tasklist. */
@Controller
class SignInPage {

    private final OpenIdSignIn openId;

    SignInPage(OpenIdSignIn openId) {
        this.openId = openId;
    }

    @GetMapping("/dang-nhap")
    String signIn(Model model) {
        model.addAttribute("openId", openId.isOffered() ? OpenIdSignIn.NAME : null);
        return "dang-nhap";
    }

    @GetMapping("/")
    String home() {
        return "redirect:/camunda/app/tasklist/default/";
    }
}
