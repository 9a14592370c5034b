package vn.tiendo.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes a document as an edXML package. Element names are the standard's, "Bussiness" too. */
final class EdxmlPackage {

    static final String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
    private static final String PREFIX = "edXML";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");
    /** Papers of the administration; 1 would be laws. */
    private static final String ADMINISTRATIVE = "2";
    /** No copy on paper follows. */
    private static final String ELECTRONIC_ONLY = "0";

    private final XMLStreamWriter xml;

    private EdxmlPackage(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] of(OutgoingDocument document) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new EdxmlPackage(xml).write(document);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void write(OutgoingDocument document) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("", "edXML", NAMESPACE);
        xml.writeDefaultNamespace(NAMESPACE);
        open("edXMLEnvelope");
        xml.writeNamespace(PREFIX, NAMESPACE);
        open("edXMLHeader");
        header(document);
        trace(document);
        close();
        open("edXMLBody");
        open("edXMLManifest");
        xml.writeAttribute("version", "1.0");
        if (document.attachment() != null) {
            reference(document.attachment());
        }
        close();
        close();
        close();
        if (document.attachment() != null) {
            attachment(document.attachment());
        }
        close();
        xml.writeEndDocument();
    }

    private void header(OutgoingDocument document) throws XMLStreamException {
        open("MessageHeader");
        agency("From", document.from());
        agency("To", document.to());
        open("Code");
        text("CodeNumber", document.id().number());
        text("CodeNotation", document.id().notation());
        close();
        open("PromulgationInfo");
        text("Place", document.place());
        text("PromulgationDate", DocumentId.DAY.format(document.id().issuedOn()));
        close();
        open("DocumentType");
        text("Type", ADMINISTRATIVE);
        text("TypeName", document.kind());
        close();
        text("Subject", document.subject());
        open("SignerInfo");
        text("Competence", document.signer().competence());
        text("Position", document.signer().position());
        text("FullName", document.signer().name());
        close();
        open("ToPlaces");
        for (var place : document.toPlaces()) {
            text("Place", place);
        }
        close();
        text("DocumentId", document.id().toString());
        close();
    }

    private void agency(String role, OutgoingDocument.Agency agency) throws XMLStreamException {
        open(role);
        text("OrganId", agency.id());
        text("OrganName", agency.name());
        close();
    }

    private void trace(OutgoingDocument document) throws XMLStreamException {
        open("TraceHeaderList");
        open("TraceHeader");
        text("OrganId", document.from().id());
        text("Timestamp", MOMENT.format(document.sentAt()));
        close();
        var business = document.business();
        open("Bussiness");
        text("BussinessDocType", business.kind().code);
        text("BussinessDocReason", business.reason());
        text("Paper", ELECTRONIC_ONLY);
        replaced(business.replaced(), document.to());
        close();
        close();
    }

    private void replaced(@Nullable DocumentId replaced, OutgoingDocument.Agency by) throws XMLStreamException {
        if (replaced == null) {
            return;
        }
        open("ReplacementInfoList");
        open("ReplacementInfo");
        text("DocumentId", replaced.toString());
        open("OrganIdList");
        text("OrganId", by.id());
        close();
        close();
        close();
    }

    private void reference(OutgoingDocument.Attachment attachment) throws XMLStreamException {
        open("Reference");
        text("ContentId", contentId(attachment));
        text("ContentType", attachment.type());
        text("AttachmentName", AsciiName.of(attachment.name()));
        close();
    }

    private void attachment(OutgoingDocument.Attachment attachment) throws XMLStreamException {
        xml.writeStartElement("", "AttachmentEncoded", NAMESPACE);
        xml.writeStartElement("", "Attachment", NAMESPACE);
        plain("ContentType", attachment.type());
        plain("ContentId", contentId(attachment));
        plain("ContentTransferEncoded", Base64.getEncoder().encodeToString(attachment.content()));
        plain("AttachmentName", AsciiName.of(attachment.name()));
        close();
        close();
    }

    private static String contentId(OutgoingDocument.Attachment attachment) {
        return "cid:" + AsciiName.of(attachment.name());
    }

    private void open(String name) throws XMLStreamException {
        xml.writeStartElement(PREFIX, name, NAMESPACE);
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    private void text(String name, String value) throws XMLStreamException {
        open(name);
        xml.writeCharacters(allowed(value));
        close();
    }

    private void plain(String name, String value) throws XMLStreamException {
        xml.writeStartElement("", name, NAMESPACE);
        xml.writeCharacters(value);
        close();
    }

    /** A control character pasted into a title would make the package no XML. */
    private static String allowed(String value) {
        return value.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", "");
    }
}
