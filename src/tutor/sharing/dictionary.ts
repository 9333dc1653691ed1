/**
 * What codes are likely to say, most likely last: text that stands here costs a code next to nothing. Codes of a version
 * are read with the dictionary that they were written with, so that nothing here may ever change without another version.
 */
export const DICTIONARY = Buffer.from(
  [
    '"appeal","abuse","clientUpdateProhibited","clientDeleteProhibited","clientRenewProhibited","status":"clientTransferProhibited","isOn":true}',
    '{"kind":"ask-release","of":"registrar"},{"kind":"ask-release","of":"registry"},{"kind":"move-account","to":"work"}',
    '{"kind":"set-tag",{"kind":"end-transfer","how":"approve"},"how":"cancel"},"how":"reject"}',
    '{"kind":"put-host","host":"ns1.example.com.","addresses":["198.51.100.1"]},{"kind":"restore",{"kind":"renew-card",',
    '{"kind":"delete-registration",{"kind":"set-contact","email":"{"kind":"verify-contact",{"kind":"issue-auth-code",',
    '{"kind":"renew","years":1},{"kind":"set-auto-renew","isOn":false},{"kind":"set-status","domain":"',
    '{"kind":"transfer","registrar":"{"kind":"set-ds","ds":["DS {"kind":"set-name-servers","nameServers":["ns1.ns2.',
    '.awsdns-00.co.uk.",".awsdns-00.net.",".awsdns-00.org.",".awsdns-00.com.","ns-1.ns.cloudflare.com."',
    '"zoneAccount":"work","account":"work","id":"Z1"},"id":"Z2"},"id":"Z3"},"years":2}',
    '{"kind":"delete-zone","origin":"{"kind":"unsign-zone","origin":"{"kind":"sign-zone","origin":"{"kind":"copy-ds","domain":"',
    '"TXT \\"v=spf1 "NS ns "AAAA 2001:db8::"CNAME www."MX 10 mail.","ttl":60}},"ttl":300}},"ttl":3600}}',
    '"request":{"action":"remove","owner":"www.","type":"A"}},"request":{"action":"change","owner":"www.',
    '.co.uk.",.dev.",.io.",.net.",.org.","registrar":"namecheap"}"registrar":"godaddy"}"registrar":"porkbun"}',
    '"registrar":"gandi"}"registrar":"cloudflare"}"registrar":"route53"}"registrar":"hover"},',
    '"host":"hover"}"host":"gandi"}"host":"dnsimple"}"host":"cloudflare"}"host":"route53"},',
    '["lab","",["lesson","",["sandbox","",{"kind":"wait","span":3600000},{"kind":"wait","span":86400000},{"kind":"wait","span":172800000},',
    '{"kind":"ask","resolver":"validating","question":{"qname":"www.","qtype":"AAAA"}},"qtype":"NS"}},"qtype":"MX"}},"resolver":"resolver",',
    '{"kind":"ask","question":{"qname":"www.-example.com.","qtype":"A"},"resolver":"resolver"},',
    '{"kind":"register","domain":"-example.com.","registrar":"hover"},{"kind":"create-zone","origin":"-example.com.","host":"route53"},',
    '{"kind":"copy-name-servers","domain":"-example.com.","host":"route53"},',
    '{"kind":"put-record","origin":"-example.com.","host":"route53","request":{"action":"add","owner":"www.-example.com.","rdata":"A 203.0.113.',
  ].join(''),
);
