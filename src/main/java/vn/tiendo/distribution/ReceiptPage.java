package vn.tiendo.distribution;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.tiendo.document.StoredFiles;

/**
 * The page behind the link of a mail, without sign-in. Opening it changes nothing, because mail scanners follow links; the
 * button does. Every link that does not work gets the same page, whatever is wrong with it.
 */
@Controller
@RequestMapping("/nhan/{token}")
class ReceiptPage {

    private final Receipts receipts;
    private final StoredFiles files;

    ReceiptPage(Receipts receipts, StoredFiles files) {
        this.receipts = receipts;
        this.files = files;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token) {
        return receipts.open(token).map(it -> page(it, token, false)).orElseGet(ReceiptPage::nothing);
    }

    @PostMapping
    ModelAndView confirm(@PathVariable String token) {
        return receipts.confirm(token).map(it -> page(it, token, true)).orElseGet(ReceiptPage::nothing);
    }

    @GetMapping("/van-ban")
    Object document(@PathVariable String token) {
        return receipts.readable(token).<Object>map(this::download).orElseGet(ReceiptPage::nothing);
    }

    private ResponseEntity<byte[]> download(Delivery delivery) {
        var name = files.find(delivery.document()).orElseThrow().name();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(files.content(delivery.document()));
    }

    private static ModelAndView page(Delivery delivery, String token, boolean confirmed) {
        return new ModelAndView("nhan")
                .addObject("delivery", delivery)
                .addObject("token", token)
                .addObject("confirmed", confirmed);
    }

    private static ModelAndView nothing() {
        return new ModelAndView("nhan", HttpStatus.NOT_FOUND);
    }
}
