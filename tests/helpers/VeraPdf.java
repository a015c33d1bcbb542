import java.io.File;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * veraPDF asked whether files are PDF/A-2a and PDF/UA-1. A line a file and standard: path, standard, number of checks made,
 * and what failed ("clause-test message", each once), parted by tabs. The profiles are veraPDF's own, read here as plain XML
 * because its reader of them wants a package that Java no longer has.
 */
public class VeraPdf {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile[] profiles = {profile("PDFA-2A", PDFAFlavour.PDFA_2_A), profile("PDFUA-1", PDFAFlavour.PDFUA_1)};
    for (String file : files) for (ValidationProfile profile : profiles) System.out.println(check(file, profile));
  }

  private static String check(String file, ValidationProfile profile) throws Exception {
    PDFAFlavour flavour = profile.getPDFAFlavour();
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour)) {
      ValidationResult result = Foundries.defaultInstance().createValidator(profile, false).validate(parser);
      Set<String> failed = new TreeSet<>();
      for (TestAssertion each : result.getTestAssertions()) {
        RuleId rule = each.getRuleId();
        if (each.getStatus() == TestAssertion.Status.FAILED) failed.add(rule.getClause() + "-" + rule.getTestNumber() + " " + each.getMessage());
      }
      if (!result.isCompliant() && failed.isEmpty()) failed.add("not compliant");
      String head = String.join("\t", file, flavour.getId(), String.valueOf(result.getTotalAssertions()));
      return failed.isEmpty() ? head : head + "\t" + String.join("\t", failed);
    }
  }

  private static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
    Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(ValidationProfile.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml"));
    Set<Rule> rules = new HashSet<>();
    for (Element rule : all(xml.getDocumentElement(), "rule")) {
      Element id = all(rule, "id").get(0);
      RuleId ruleId = Profiles.ruleIdFromValues(
          PDFAFlavour.Specification.valueOf(id.getAttribute("specification")), id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
      Boolean isDeferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
      rules.add(Profiles.ruleFromValues(ruleId, rule.getAttribute("object"), isDeferred, rule.getAttribute("tags"), text(rule, "description"),
          text(rule, "test"), Profiles.errorFromValues(text(rule, "message"), List.of()), List.of()));
    }
    Set<Variable> variables = new HashSet<>();
    for (Element each : all(xml.getDocumentElement(), "variable"))
      variables.add(Profiles.variableFromValues(each.getAttribute("name"), each.getAttribute("object"), text(each, "defaultValue"), text(each, "value")));
    return Profiles.profileFromValues(flavour, Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
  }

  private static List<Element> all(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return java.util.stream.IntStream.range(0, found.getLength()).mapToObj((at) -> (Element) found.item(at)).toList();
  }

  private static String text(Element parent, String name) {
    return all(parent, name).get(0).getTextContent();
  }
}
