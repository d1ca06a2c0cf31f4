#include "site/spf.h"

#include <algorithm>
#include <set>

#include "site/http_text.h"
#include "site/spf_record.h"

namespace touchstone {
namespace {

constexpr int most_lookups = 10, most_voids = 2;  // RFC 7208 section 4.6.4
constexpr std::size_t most_mx = 10;               // likewise

// A domain that may be asked: two labels or more, each of 1 to 63 characters (section 4.3).
bool is_askable(std::string_view name) {
  constexpr std::size_t longest_name = 253, longest_label = 63;
  if (name.size() > longest_name || name.starts_with('[')) return false;
  std::size_t labels = 0;
  for (std::size_t begin = 0; begin <= name.size(); ++labels) {
    const auto end = std::min(name.find('.', begin), name.size());
    if (end == begin || end - begin > longest_label) return false;
    begin = end + 1;
  }
  return labels >= 2;
}

SpfResult result_of(char qualifier) {
  if (qualifier == '-') return SpfResult::fail;
  if (qualifier == '~') return SpfResult::softfail;
  return qualifier == '?' ? SpfResult::neutral : SpfResult::pass;
}

// What one record gives: to a sender whom nothing names, and to all.
struct Walk {
  SpfResult otherwise = SpfResult::neutral;
  std::set<SpfResult> possible;
};

Walk ended(SpfResult result, std::set<SpfResult> possible = {}) {
  possible.insert(result);
  return {result, std::move(possible)};
}

class SpfEvaluation {
 public:
  SpfEvaluation(std::string_view domain, const DnsLookup& lookup)
      : sender_domain_(domain), lookup_(lookup) {}

  SpfOutcome evaluate() {
    if (!is_askable(sender_domain_)) {
      outcome_.possible = {SpfResult::none};
      return std::move(outcome_);
    }
    const Walk walk = check(sender_domain_, true);
    outcome_.result = walk.otherwise;
    outcome_.possible.assign(walk.possible.begin(), walk.possible.end());
    return std::move(outcome_);
  }

 private:
  // Recursion is bounded: every level but the first has counted one of ten look-ups.
  Walk check(const std::string& domain, bool first) {
    const DnsAnswer* const answer = ask(domain, DnsType::txt);
    // What nobody asked yet is taken for a record that ends in "-all".
    if (!answer) return ended(SpfResult::fail, {SpfResult::pass});
    if (answer->outcome == DnsOutcome::undecided) return ended(SpfResult::temperror);
    std::vector<std::string> records;
    std::copy_if(answer->records.begin(), answer->records.end(), std::back_inserter(records),
                 is_spf_record);
    if (first) outcome_.records = records;
    if (records.empty()) return ended(SpfResult::none);
    if (records.size() > 1) return permerror(SpfProblem::several_records, domain);
    return walk(records.front(), domain);
  }

  Walk walk(const std::string& text, const std::string& domain) {
    const SpfRecord record = parse_spf_record(text);
    if (record.wrong_term) return permerror(SpfProblem::syntax, domain, *record.wrong_term);
    std::set<SpfResult> possible;
    for (const SpfTerm& term : record.terms) {
      const auto end = step(term, domain, possible);
      if (end) return ended(*end, std::move(possible));
    }
    if (!record.redirect) return ended(SpfResult::neutral, std::move(possible));
    Walk target = follow(*record.redirect, domain, *record.redirect);
    target.possible.insert(possible.begin(), possible.end());
    return target;
  }

  // One mechanism: adds what it may give a sender; the result when no sender gets past it.
  std::optional<SpfResult> step(const SpfTerm& term, const std::string& domain,
                                std::set<SpfResult>& possible) {
    using Kind = SpfTerm::Kind;
    const SpfResult result = result_of(term.qualifier);
    if (term.kind == Kind::all) return result;
    if (term.kind == Kind::ip4 || term.kind == Kind::ip6) {
      possible.insert(result);
      return std::nullopt;
    }
    if (term.kind == Kind::include) return include(term, domain, possible);
    if (!count_lookup(domain, term.text)) return SpfResult::permerror;
    const auto name = term.domain.empty() ? std::optional(domain) : expanded(term.domain, domain);
    if (!name || term.kind == Kind::ptr) {
      possible.insert(result);
      return std::nullopt;
    }
    if (!is_askable(*name)) return std::nullopt;  // matches nobody (section 4.8)
    if (term.kind == Kind::mx) return step_mx(term, *name, domain, possible);
    return step_addresses(term, *name, domain, possible);
  }

  std::optional<SpfResult> include(const SpfTerm& term, const std::string& domain,
                                   std::set<SpfResult>& possible) {
    const Walk target = follow(term.domain, domain, term.text);
    for (const SpfResult theirs : target.possible) {
      if (theirs == SpfResult::pass) possible.insert(result_of(term.qualifier));
      if (theirs == SpfResult::temperror || theirs == SpfResult::permerror) possible.insert(theirs);
    }
    if (target.otherwise == SpfResult::pass) return result_of(term.qualifier);
    if (target.otherwise == SpfResult::temperror || target.otherwise == SpfResult::permerror)
      return target.otherwise;
    return std::nullopt;
  }

  // The record of an include or a redirect. Having none is an error (sections 5.2 and 6.1).
  Walk follow(std::string_view spec, const std::string& domain, std::string_view term) {
    if (!count_lookup(domain, term)) return ended(SpfResult::permerror);
    const auto name = expanded(spec, domain);
    if (!name) return ended(SpfResult::neutral, {SpfResult::pass, SpfResult::fail});
    Walk target = is_askable(*name) ? check(*name, false) : ended(SpfResult::none);
    if (target.otherwise != SpfResult::none) return target;
    return permerror(SpfProblem::lost_target, domain, term);
  }

  // "a" and "exists". Which addresses an "a" is asked for depends on the sender, so that it is void
  // when there are neither.
  std::optional<SpfResult> step_addresses(const SpfTerm& term, const std::string& name,
                                          const std::string& domain,
                                          std::set<SpfResult>& possible) {
    const DnsAnswer* const four = ask(name, DnsType::a);
    const bool exists = term.kind == SpfTerm::Kind::exists;
    if (exists && four && four->outcome == DnsOutcome::answered) return result_of(term.qualifier);
    const DnsAnswer* const six = exists ? four : ask(name, DnsType::aaaa);
    const auto is = [&](const DnsAnswer* answer, DnsOutcome outcome) {
      return answer && answer->outcome == outcome;
    };
    if (is(four, DnsOutcome::answered) || is(six, DnsOutcome::answered)) {
      possible.insert(result_of(term.qualifier));
      return std::nullopt;
    }
    if (is(four, DnsOutcome::undecided) || is(six, DnsOutcome::undecided))
      return SpfResult::temperror;
    if (four && six && !count_void(domain, term.text)) return SpfResult::permerror;
    return std::nullopt;
  }

  std::optional<SpfResult> step_mx(const SpfTerm& term, const std::string& name,
                                   const std::string& domain, std::set<SpfResult>& possible) {
    const DnsAnswer* const answer = ask(name, DnsType::mx);
    if (!answer) return std::nullopt;
    if (answer->outcome == DnsOutcome::undecided) return SpfResult::temperror;
    if (answer->records.size() > most_mx)
      return permerror(SpfProblem::many_mx, domain, term.text).otherwise;
    const bool empty = answer->outcome != DnsOutcome::answered;
    if (empty && !count_void(domain, term.text)) return SpfResult::permerror;
    const auto& hosts = answer->records;
    const auto may_match = [&](const std::string& host) { return !is_lost(host); };
    if (std::any_of(hosts.begin(), hosts.end(), may_match))
      possible.insert(result_of(term.qualifier));
    return std::nullopt;
  }

  // The host of an MX record is known to have no address; that of a null MX (RFC 7505) is none.
  bool is_lost(std::string_view record) const {
    record.remove_prefix(std::min(record.size(), record.find(' ') + 1));
    if (record == ".") return true;
    const auto lost = [&](DnsType type) {
      const DnsAnswer* const answer = lookup_(record, type);
      return answer && (answer->outcome == DnsOutcome::no_data ||
                        answer->outcome == DnsOutcome::no_such_name);
    };
    return lost(DnsType::a) && lost(DnsType::aaaa);
  }

  bool count_lookup(const std::string& domain, std::string_view term) {
    if (++outcome_.lookups <= most_lookups) return true;
    permerror(SpfProblem::many_lookups, domain, term);
    return false;
  }

  bool count_void(const std::string& domain, std::string_view term) {
    if (++outcome_.voids <= most_voids) return true;
    permerror(SpfProblem::many_voids, domain, term);
    return false;
  }

  Walk permerror(SpfProblem problem, const std::string& domain, std::string_view term = {}) {
    if (outcome_.problem == SpfProblem::nothing) {
      outcome_.problem = problem;
      outcome_.problem_at = domain;
      outcome_.problem_term = term;
    }
    return ended(SpfResult::permerror);
  }

  std::optional<std::string> expanded(std::string_view spec, const std::string& domain) const {
    return expand_spf_macros(spec, {sender_domain_, domain});
  }

  const DnsAnswer* ask(const std::string& name, DnsType type) {
    const DnsAnswer* const answer = lookup_(name, type);
    const DnsQuestion question{name, type};
    auto& unasked = outcome_.unasked;
    if (!answer && std::find(unasked.begin(), unasked.end(), question) == unasked.end())
      unasked.push_back(question);
    return answer;
  }

  const std::string sender_domain_;
  const DnsLookup& lookup_;
  SpfOutcome outcome_;
};

}  // namespace

std::string_view to_string(SpfResult result) {
  constexpr std::string_view names[] = {"none",     "neutral",   "pass",     "fail",
                                        "softfail", "temperror", "permerror"};
  return names[static_cast<std::size_t>(result)];
}

SpfOutcome evaluate_spf(std::string_view domain, const DnsLookup& lookup) {
  return SpfEvaluation(lower_ascii(domain), lookup).evaluate();
}

std::vector<DnsQuestion> names_needed(std::string_view record, std::string_view domain) {
  const std::string name = lower_ascii(domain);
  const DnsAnswer own{name, DnsType::txt, DnsOutcome::answered, {std::string(record)}};
  return evaluate_spf(name,
                      [&](std::string_view asked, DnsType type) {
                        return asked == name && type == DnsType::txt ? &own : nullptr;
                      })
      .unasked;
}

bool is_spf_record(std::string_view txt) {
  constexpr std::string_view version = "v=spf1";
  return lower_ascii(txt.substr(0, version.size())) == version &&
         (txt.size() == version.size() || txt[version.size()] == ' ');
}

}  // namespace touchstone
