package vn.tiendo.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at all files of a deployment before anything of it is kept. */
public interface DeploymentCheck {

    /** Files that the deployment's models need, that it did not bring and that are at hand. */
    Map<String, byte[]> completion(Map<String, byte[]> files);

    /** @return what is wrong, by file; nothing is deployed unless it is empty */
    Map<String, List<Finding>> findings(@Nullable String source, Map<String, byte[]> files);
}
