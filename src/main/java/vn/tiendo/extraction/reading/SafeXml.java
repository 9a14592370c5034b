package vn.tiendo.extraction.reading;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.Refusal;

/** XML of strangers, element by element: no document types, no entities from elsewhere, no endless nesting. */
final class SafeXml implements AutoCloseable {

    private static final int DEEPEST = 256;
    private static final int MOST_ELEMENTS = 3_000_000;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private int depth;
    private int elements;

    SafeXml(byte[] content) {
        try {
            reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
        } catch (XMLStreamException e) {
            throw Refusal.because("extract.broken");
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched from " + systemId);
        });
        return factory;
    }

    /** @return the next event, or {@code END_DOCUMENT} */
    int next() {
        try {
            if (!reader.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            var event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw Refusal.because("extract.entities");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                elements++;
                if (depth > DEEPEST || elements > MOST_ELEMENTS) {
                    throw Refusal.because("extract.nested");
                }
                if (elements % 1000 == 0) {
                    TextLines.stopIfUnwanted();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            return event;
        } catch (XMLStreamException e) {
            throw Refusal.because("extract.broken");
        }
    }

    /** @throws Refusal if anything stands before the root element that a file of an office never has */
    static void checkProlog(byte[] content) {
        try (var xml = new SafeXml(content)) {
            int event = xml.next();
            while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
                event = xml.next();
            }
        }
    }

    String name() {
        return reader.getLocalName();
    }

    String text() {
        return reader.getText();
    }

    /** By local name: the namespaces of an attribute differ between the strict and the usual form of Word files. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    int number(String name, int otherwise) {
        var value = attribute(name);
        return value != null && value.matches("-?\\d{1,6}") ? Integer.parseInt(value) : otherwise;
    }

    /** Leaves the element the reader stands at the beginning of. */
    void skip() {
        var outside = depth - 1;
        while (depth > outside) {
            if (next() == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw Refusal.because("extract.broken");
        }
    }
}
