package vn.tiendo.distribution;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.Directory;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.Sentences;
import vn.tiendo.exchange.Answer;
import vn.tiendo.exchange.DocumentId;
import vn.tiendo.exchange.Exchange;
import vn.tiendo.exchange.OutgoingDocument;
import vn.tiendo.exchange.OutgoingDocument.Agency;
import vn.tiendo.exchange.OutgoingDocument.Attachment;
import vn.tiendo.exchange.OutgoingDocument.Business;
import vn.tiendo.exchange.OutgoingDocument.Signer;
import vn.tiendo.paper.Letterhead;
import vn.tiendo.plan.Draft;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;

/** Units whose own systems take our documents, and what these systems say became of them. */
@Component
class Agencies {

    private final JdbcClient database;
    private final Exchange exchange;
    private final Directory directory;
    private final Plans plans;
    private final Drafts drafts;
    private final StoredFiles files;
    private final Recalls recalls;
    private final Deliveries deliveries;
    private final PlanDistribution process;
    private final ReceiptDebts debts;
    private final PlanHistory history;
    private final Clock clock;

    Agencies(
            JdbcClient database,
            Exchange exchange,
            Directory directory,
            Plans plans,
            Drafts drafts,
            StoredFiles files,
            Recalls recalls,
            Deliveries deliveries,
            PlanDistribution process,
            ReceiptDebts debts,
            PlanHistory history,
            Clock clock) {
        this.database = database;
        this.exchange = exchange;
        this.directory = directory;
        this.plans = plans;
        this.drafts = drafts;
        this.files = files;
        this.recalls = recalls;
        this.deliveries = deliveries;
        this.process = process;
        this.debts = debts;
        this.history = history;
        this.clock = clock;
    }

    /** Organisation ids by the code of their unit; none where there is no way to send, or we have no id ourselves. */
    Map<String, String> ids() {
        var ids = new HashMap<String, String>();
        if (exchange.isOpen()) {
            database.sql("select code, organisation_id from unit where organisation_id is not null")
                    .query(row -> {
                        ids.put(row.getString(1), row.getString(2));
                    });
        }
        return ids.containsKey(directory.committee().code()) ? ids : Map.of();
    }

    /** @throws UncheckedIOException if the package could not be left */
    void send(Delivery delivery) {
        var plan = plans.get(delivery.plan());
        var committee = directory.committee();
        var us = new Agency(Objects.requireNonNullElse(ids().get(committee.code()), ""), committee.name());
        var first = delivery.follows() == null ? null : deliveries.get(delivery.follows());
        var recall = first == null ? null : recalls.get(first.plan());
        var business = recall == null
                ? new Business(Business.Kind.NEW, "", null)
                : recall.replacedBy() == null
                        ? new Business(Business.Kind.RECALL, recall.reason(), null)
                        : new Business(Business.Kind.REPLACE, recall.reason(), id(us.id(), plans.get(recall.plan())));
        exchange.send(new OutgoingDocument(
                us,
                new Agency(Objects.requireNonNull(delivery.address()), delivery.recipient()),
                id(us.id(), plan),
                Letterhead.of(committee, directory).place(),
                Sentences.of("series.KH"),
                plan.subject(),
                signer(plan),
                drafts.recipients(plan.id()).stream().map(Draft.Recipient::text).toList(),
                OffsetDateTime.now(clock),
                business,
                business.kind() == Business.Kind.RECALL ? null : attachment(delivery)));
    }

    private static DocumentId id(String us, Plan plan) {
        return new DocumentId(us, Objects.requireNonNull(plan.issuedOn()), Objects.requireNonNull(plan.code()));
    }

    private Signer signer(Plan plan) {
        var block = Objects.requireNonNullElse(plan.signatureBlock(), "");
        var last = block.lastIndexOf('\n');
        return new Signer(
                block.substring(0, Math.max(last, 0)).replace('\n', ' '),
                block.substring(last + 1),
                directory.official(Objects.requireNonNull(plan.signer())).name());
    }

    private Attachment attachment(Delivery delivery) {
        var file = files.find(delivery.document()).orElseThrow();
        return new Attachment(file.name(), file.type(), files.content(file.id()));
    }

    /** @return false if it is about none of our documents, or from somebody who never got it */
    @Transactional
    boolean take(Answer answer) {
        var document = answer.document();
        if (!document.organisation().equals(ids().get(directory.committee().code()))) {
            return false;
        }
        var found = deliveries.lockExchanged(document.issuedOn(), document.code(), answer.from());
        if (found.isEmpty()) {
            return false;
        }
        var delivery = found.get();
        if (delivery.state() == Delivery.State.WAITING) {
            throw new IllegalStateException(delivery.id() + " has not left yet");
        }
        var words = Sentences.of("exchangeState." + answer.state().name())
                + (answer.words().isBlank() ? "" : " (" + answer.words() + ")");
        if (deliveries.answered(delivery.id(), answer.state().code, words)) {
            history.note(delivery.plan(), "answered", delivery.recipient() + ": " + words);
            follow(delivery, answer, words);
        }
        return true;
    }

    private void follow(Delivery delivery, Answer answer, String words) {
        switch (answer.state()) {
            case REFUSED -> {
                if (delivery.isGone()) {
                    deliveries.refused(delivery.id(), Sentences.of("delivery.agencyRefused", words));
                    process.bounced(delivery, debts.relation(delivery));
                }
            }
            case REGISTERED -> received(delivery);
            case ASSIGNED, IN_WORK, DONE -> {
                received(delivery);
                deliveries.seen(delivery.plan(), Objects.requireNonNull(delivery.unit()));
            }
            case RECALL_AGREED -> deliveries.recalled(delivery.id());
            case ARRIVED, RECALL_ASKED, RECALL_REFUSED -> {
                // what the page says of the copy is all there is to do
            }
        }
    }

    private void received(Delivery delivery) {
        if (deliveries.received(delivery.id(), null)) {
            process.receivedByLink(delivery.id());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("tien-do.outbox.enabled")
    static class Rounds {

        private final Exchange exchange;
        private final Agencies agencies;

        Rounds(Exchange exchange, Agencies agencies) {
            this.exchange = exchange;
            this.agencies = agencies;
        }

        @Scheduled(fixedDelay = 60_000)
        void go() {
            exchange.receive(agencies::take);
        }
    }
}
