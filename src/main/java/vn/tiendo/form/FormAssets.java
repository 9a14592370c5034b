package vn.tiendo.form;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The script and style all forms share; the forms themselves come from the deployment of their model. */
@Configuration(proxyBeanMethods = false)
class FormAssets implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/forms/*.js", "/forms/*.css")
                .addResourceLocations("classpath:/forms/")
                // names carry no version, so browsers ask whether theirs is still the current one
                .setCacheControl(CacheControl.noCache());
    }
}
