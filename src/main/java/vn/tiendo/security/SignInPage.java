package vn.tiendo.security;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The only page that needs no sign-in; everybody else starts in Tasklist. */
@Controller
class SignInPage {

    @GetMapping("/dang-nhap")
    String signIn() {
        return "dang-nhap";
    }

    @GetMapping("/")
    String home() {
        return "redirect:/camunda/app/tasklist/default/";
    }
}
