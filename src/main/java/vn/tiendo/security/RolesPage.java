package vn.tiendo.security;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Vai trò, for administrators: which post brings which role, who has it today, which steps wait for it. */
@Controller
class RolesPage {

    private final Roles roles;

    RolesPage(Roles roles) {
        this.roles = roles;
    }

    @GetMapping("/vai-tro")
    String show(Model model) {
        model.addAttribute("roles", roles.all());
        return "vai-tro";
    }
}
