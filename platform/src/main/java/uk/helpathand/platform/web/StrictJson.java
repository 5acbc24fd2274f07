package uk.helpathand.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** One reading of every body: what two parsers could read in two ways is refused (ASVS 1.5.3). */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final Map<LogicalType, List<CoercionInputShape>> NOT_FOR = Map.of(
            LogicalType.Textual,
            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean),
            LogicalType.Integer,
            List.of(CoercionInputShape.String, CoercionInputShape.Float, CoercionInputShape.Boolean),
            LogicalType.Boolean,
            List.of(CoercionInputShape.String, CoercionInputShape.Integer));

    @Override
    public void customize(ObjectMapper json) {
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        json.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        // A number is no name, and "1" is no number: the contract says which it is.
        NOT_FOR.forEach((type, shapes) ->
                shapes.forEach(shape -> json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail)));
    }
}
