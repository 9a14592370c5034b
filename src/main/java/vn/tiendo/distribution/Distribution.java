package vn.tiendo.distribution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Position;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Mails;
import vn.tiendo.mail.Postman;
import vn.tiendo.plan.Draft;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;

/** Issued plans go to everyone in Nơi nhận; who has no address, or a dead one, is the clerk's work. */
@Component
class Distribution {

    private static final Logger LOG = LoggerFactory.getLogger(Distribution.class);
    private static final int ATTEMPTS = 4;

    private final Plans plans;
    private final Drafts drafts;
    private final Deliveries deliveries;
    private final PlanDistribution process;
    private final Mails mails;
    private final Postman postman;
    private final FormInputs inputs;
    private final PlanHistory history;
    private final Directory directory;
    private final CurrentOfficial current;

    Distribution(
            Plans plans,
            Drafts drafts,
            Deliveries deliveries,
            PlanDistribution process,
            Mails mails,
            Postman postman,
            FormInputs inputs,
            PlanHistory history,
            Directory directory,
            CurrentOfficial current) {
        this.plans = plans;
        this.drafts = drafts;
        this.deliveries = deliveries;
        this.process = process;
        this.mails = mails;
        this.postman = postman;
        this.inputs = inputs;
        this.history = history;
        this.directory = directory;
        this.current = current;
    }

    /** Opens one delivery a recipient, once; the copy for the file ("Lưu") stays in the house. */
    @Transactional
    void distribute(String id) {
        var plan = plans.get(id);
        plans.lock(id);
        var known = deliveries.ofPlan(id).stream().map(Delivery::id).toList();
        var addresses = directory.units().stream()
                .filter(unit -> unit.email() != null)
                .collect(Collectors.toMap(Unit::code, unit -> Objects.requireNonNull(unit.email())));
        var opened = drafts.recipients(id).stream()
                .filter(recipient -> recipient.role() != Draft.Recipient.Role.ARCHIVE)
                .map(recipient -> waiting(plan, recipient, addresses))
                .filter(delivery -> !known.contains(delivery.id()))
                .toList();
        deliveries.open(opened);
        opened.forEach(delivery -> process.start(delivery.id(), id));
        history.note(id, "distributed", null);
    }

    private static Delivery waiting(Plan plan, Draft.Recipient recipient, Map<String, String> addresses) {
        var address = recipient.address() != null
                ? recipient.address()
                : recipient.unit() == null ? null : addresses.get(recipient.unit());
        return new Delivery(
                "%s-N%02d".formatted(plan.id(), recipient.position()),
                plan.id(),
                plan.title(),
                recipient.text(),
                address,
                Objects.requireNonNull(plan.document()),
                Delivery.State.WAITING,
                0,
                null,
                null,
                null);
    }

    /** Sends the mail in the job's transaction; after a crash the repeat carries the same Message-ID. */
    @Transactional
    Outcome send(String id) {
        var delivery = deliveries.lock(id);
        if (delivery.state() == Delivery.State.SENT) {
            return Outcome.SENT;
        }
        if (delivery.address() == null) {
            deliveries.tried(id, Delivery.State.UNDELIVERABLE, Sentences.of("delivery.noAddress"));
            return Outcome.UNDELIVERABLE;
        }
        var mail = mails.write(letter(delivery, delivery.address()));
        try {
            postman.carry(mail);
        } catch (MailException e) {
            LOG.warn("Delivery {} was not taken: {}", id, e.getMessage());
            var last = delivery.attempts() + 1 >= ATTEMPTS;
            mails.failed(mail, String.valueOf(e.getMessage()), last);
            deliveries.tried(
                    id,
                    last ? Delivery.State.UNDELIVERABLE : Delivery.State.WAITING,
                    Sentences.of("delivery.refused", delivery.address()));
            return last ? Outcome.UNDELIVERABLE : Outcome.RETRY;
        }
        mails.sent(mail);
        deliveries.tried(id, Delivery.State.SENT, null);
        return Outcome.SENT;
    }

    private static Letter letter(Delivery delivery, String address) {
        return new Letter(
                "delivery/" + delivery.id() + "/" + address,
                delivery.plan(),
                delivery.recipient(),
                address,
                delivery.subject(),
                List.of(Sentences.of("delivery.body", delivery.subject())),
                null,
                Sentences.of("delivery.why", delivery.recipient()),
                delivery.document());
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
