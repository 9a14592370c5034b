package vn.tiendo.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads what another agency's system says of a document of ours. */
final class AnswerFile {

    private AnswerFile() {}

    /** @throws IllegalArgumentException if it is no such file, or would fetch something from elsewhere */
    static Answer read(byte[] content) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var status = child(builder.parse(new ByteArrayInputStream(content)).getDocumentElement(), "Status");
            return new Answer(
                    DocumentId.parse(text(child(status, "ResponseFor"), "DocumentId")),
                    text(child(status, "From"), "OrganId"),
                    Answer.State.of(text(status, "StatusCode")),
                    status.getElementsByTagNameNS("*", "Description").getLength() == 0
                            ? ""
                            : text(status, "Description"));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String text(Element in, String name) {
        return child(in, name).getTextContent().strip();
    }

    private static Element child(Element in, String name) {
        Node found = in.getElementsByTagNameNS("*", name).item(0);
        if (found instanceof Element element) {
            return element;
        }
        throw new IllegalArgumentException("has no " + name);
    }
}
