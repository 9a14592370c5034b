package vn.tiendo.engine;

/** The application will not start as things are; the message is one Vietnamese sentence that says what to do. */
public class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }
}
