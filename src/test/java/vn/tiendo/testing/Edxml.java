package vn.tiendo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;

/** A package as another agency reads it, and the answer it writes. */
public record Edxml(Document xml) {

    /** @throws IllegalArgumentException if it is not built as the standard says */
    public static Edxml read(Path file) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            var xml = factory.newDocumentBuilder().parse(file.toFile());
            SchemaFactory.newDefaultInstance()
                    .newSchema(Path.of("src/test/resources/edxml.xsd").toFile())
                    .newValidator()
                    .validate(new DOMSource(xml));
            return new Edxml(xml);
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static List<Edxml> all(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().map(Edxml::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written in all elements of this name below {@code in}. */
    public List<String> of(String in, String name) {
        var found =
                ((org.w3c.dom.Element) xml.getElementsByTagNameNS("*", in).item(0)).getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    public String one(String in, String name) {
        return of(in, name).get(0);
    }

    public static String answer(String document, String from, String code, String words) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <edXML:edXMLEnvelope xmlns:edXML="%s"><edXML:edXMLHeader><edXML:Status>
                  <edXML:ResponseFor><edXML:OrganId>x</edXML:OrganId><edXML:DocumentId>%s</edXML:DocumentId></edXML:ResponseFor>
                  <edXML:From><edXML:OrganId>%s</edXML:OrganId></edXML:From>
                  <edXML:StatusCode>%s</edXML:StatusCode><edXML:Description>%s</edXML:Description>
                </edXML:Status></edXML:edXMLHeader></edXML:edXMLEnvelope>
                """.formatted("http://www.mic.gov.vn/TBT/QCVN_102_2016", document, from, code, words);
    }
}
