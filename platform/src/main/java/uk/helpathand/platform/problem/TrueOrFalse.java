package uk.helpathand.platform.problem;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** A parameter that is either: JAX-RS takes all that is not {@code true} for false, a slip of the pen as well. */
@Provider
public class TrueOrFalse implements ParamConverterProvider, ParamConverter<Boolean> {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == boolean.class || type == Boolean.class ? (ParamConverter<T>) this : null;
    }

    @Override
    public Boolean fromString(String value) {
        return parse(value);
    }

    @Override
    public String toString(Boolean value) {
        return value.toString();
    }

    static boolean parse(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return value.equals("true");
    }
}
