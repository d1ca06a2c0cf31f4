// Messages of the DNS.

#include "crawler/dns_records.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  const auto message = fuzz::text_of(bytes, size);
  for (const auto type :
       {DnsType::a, DnsType::aaaa, DnsType::ns, DnsType::mx, DnsType::txt, DnsType::caa,
        DnsType::soa, DnsType::cname, DnsType::https, DnsType::tlsa})
    if (const auto records = dns_records(message, type))
      fuzz::hold(records->size() <= size, "a record has a byte");
  return 0;
}
