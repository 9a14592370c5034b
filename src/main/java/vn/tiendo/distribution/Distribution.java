package vn.tiendo.distribution;

import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Mails;
import vn.tiendo.mail.Postman;
import vn.tiendo.mail.ServerAnswer;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;

/** Issued plans go to everyone in Nơi nhận; who has no address, or a dead one, is the clerk's work. */
@Component
class Distribution {

    private static final Logger LOG = LoggerFactory.getLogger(Distribution.class);

    private final Plans plans;
    private final Recipients recipients;
    private final Deliveries deliveries;
    private final PlanDistribution process;
    private final Mails mails;
    private final Postman postman;
    private final FormInputs inputs;
    private final PlanHistory history;
    private final Receipts receipts;
    private final ReceiptDebts debts;
    private final RecallLetters recalls;
    private final Agencies agencies;
    private final CurrentOfficial current;
    private final int mailLimitMb;

    Distribution(
            Plans plans,
            Recipients recipients,
            Deliveries deliveries,
            PlanDistribution process,
            Mails mails,
            Postman postman,
            FormInputs inputs,
            PlanHistory history,
            Receipts receipts,
            ReceiptDebts debts,
            RecallLetters recalls,
            Agencies agencies,
            CurrentOfficial current,
            @Value("${tien-do.mail-limit-mb}") int mailLimitMb) {
        this.plans = plans;
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.process = process;
        this.mails = mails;
        this.postman = postman;
        this.inputs = inputs;
        this.history = history;
        this.receipts = receipts;
        this.debts = debts;
        this.recalls = recalls;
        this.agencies = agencies;
        this.current = current;
        this.mailLimitMb = mailLimitMb;
    }

    /** Opens the deliveries, once: one for each recipient as the lines of Nơi nhận are understood today. */
    @Transactional
    void distribute(String id) {
        var plan = plans.get(id);
        plans.lock(id);
        var known = deliveries.ofPlan(id).stream().map(Delivery::id).toList();
        var opened = recipients.of(plan).stream()
                .filter(delivery -> !known.contains(delivery.id()))
                .toList();
        deliveries.open(opened);
        opened.stream()
                .filter(delivery -> !delivery.isGone())
                .forEach(delivery -> process.start(delivery, debts.relation(delivery)));
        history.note(id, "distributed", null);
    }

    /** Sends in the job's transaction; after a crash the repeat carries the same Message-ID or takes the package's place. */
    @Transactional
    Outcome send(String id) {
        var delivery = deliveries.lock(id);
        if (delivery.isGone() || delivery.state() == Delivery.State.RECALLED) {
            return gone(delivery);
        }
        if (delivery.address() == null) {
            deliveries.tried(id, Delivery.State.REFUSED, Sentences.of("delivery.noAddress"));
            return Outcome.UNDELIVERABLE;
        }
        if (delivery.channel() == Delivery.Channel.EDXML) {
            return exchange(delivery);
        }
        var mail = mails.write(letter(delivery, delivery.address()));
        try {
            postman.carry(mail);
        } catch (MailException e) {
            var answer = ServerAnswer.of(e);
            LOG.warn("Delivery {} was not taken: {}", id, answer.words());
            var last = answer.lasting() || delivery.attempts() >= Deliveries.PAUSES.size();
            mails.failed(mail, answer.words(), last);
            deliveries.tried(
                    id,
                    last ? Delivery.State.REFUSED : Delivery.State.WAITING,
                    Sentences.of("delivery.refused", delivery.address(), answer.words()));
            return last ? Outcome.UNDELIVERABLE : Outcome.RETRY;
        }
        mails.sent(mail);
        deliveries.tried(id, Delivery.State.SENT, null);
        return gone(deliveries.get(id));
    }

    private Outcome exchange(Delivery delivery) {
        try {
            agencies.send(delivery);
        } catch (UncheckedIOException e) {
            LOG.warn("Delivery {} was not taken: {}", delivery.id(), e.getMessage());
            var last = delivery.attempts() >= Deliveries.PAUSES.size();
            deliveries.tried(
                    delivery.id(),
                    last ? Delivery.State.REFUSED : Delivery.State.WAITING,
                    Sentences.of("delivery.notLeft", String.valueOf(e.getMessage())));
            return last ? Outcome.UNDELIVERABLE : Outcome.RETRY;
        }
        deliveries.tried(delivery.id(), Delivery.State.SENT, null);
        return gone(deliveries.get(delivery.id()));
    }

    private static Outcome gone(Delivery delivery) {
        return delivery.awaitsReceipt() ? Outcome.AWAITED : Outcome.SENT;
    }

    /** With the document, or with a link to it where the mailbox would not take so much. */
    private Letter letter(Delivery delivery, String address) {
        var limit = deliveries.mailLimitMb(delivery.unit()).orElse(mailLimitMb);
        var attached = deliveries.weightInMail(delivery.document()) <= limit * 1_000_000L;
        if (delivery.follows() != null) {
            return recalls.letter(delivery, address, attached);
        }
        return new Letter(
                "delivery/" + delivery.id() + "/" + address,
                delivery.plan(),
                delivery.recipient(),
                address,
                delivery.subject(),
                List.of(
                        attached
                                ? Sentences.of("delivery.body", delivery.subject())
                                : Sentences.of("delivery.bodyLink", delivery.subject(), limit),
                        delivery.receiptDue() == null
                                ? Sentences.of("delivery.mayConfirm")
                                : Sentences.of("delivery.mustConfirm", Entries.print(delivery.receiptDue()))),
                receipts.link(delivery, address),
                Sentences.of("delivery.why", delivery.recipient()),
                attached ? delivery.document() : null);
    }

    /** @throws Refusal if the clerk says neither how it was delivered nor where to send it again */
    @Transactional
    Outcome byHand(String id) {
        var delivery = deliveries.get(id);
        if (!current.get().isIn(Position.CLERK)) {
            throw Refusal.because("number.notClerk");
        }
        var input = inputs.take(id, "deliverByHand", Input.class);
        if (input.verdict() == Outcome.RESEND) {
            var address = Entries.optionalAddress("address", input.address());
            if (address == null) {
                throw Refusal.of("address", "form.missing", Sentences.of("field.address"));
            }
            deliveries.readdress(id, address);
            history.note(delivery.plan(), "readdressed", delivery.recipient() + ": " + address);
            return Outcome.RESEND;
        }
        if (input.verdict() != Outcome.HANDED) {
            throw Refusal.of("verdict", "form.noVerdict");
        }
        var note = Entries.text("note", "field.note", input.note(), 1_000);
        deliveries.handed(id, note);
        history.note(delivery.plan(), "handed", delivery.recipient() + ": " + note);
        return Outcome.HANDED;
    }

    /** What the gateways of {@code planDistribution} ask for. */
    enum Outcome {
        SENT,
        AWAITED,
        RETRY,
        UNDELIVERABLE,
        RESEND,
        HANDED
    }

    record Input(
            @Nullable Outcome verdict,
            @Nullable String address,
            @Nullable String note) {}
}
