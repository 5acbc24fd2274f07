package uk.helpathand.casework.subjectaccess;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import uk.helpathand.api.casework.SubjectAccessPackage;

/** A package for whoever asks for a page: to be saved, not to be looked at here. */
@Provider
@Produces(MediaType.TEXT_HTML)
public class PackagePageWriter implements MessageBodyWriter<SubjectAccessPackage> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType wanted) {
        return type == SubjectAccessPackage.class && MediaType.TEXT_HTML_TYPE.isCompatible(wanted);
    }

    @Override
    public void writeTo(
            SubjectAccessPackage shown,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType wanted,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        headers.putSingle(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"subject-access-%s.html\"".formatted(shown.requestId()));
        out.write(PackagePage.of(shown).getBytes(StandardCharsets.UTF_8));
    }
}
