/** One published form of a secret. Written from the vendor's own description of it. */
export interface SecretRule {
  readonly id: string;
  /** One of these stands in every match; small letters, whatever the case in the text. */
  readonly keywords: readonly string[];
  /** Sees the long words of a text, each on a line of its own. No part may repeat without an end that is written down. */
  readonly pattern: RegExp;
}

const NOT_AFTER = String.raw`(?<![A-Za-z0-9])`;
const NOT_BEFORE = String.raw`(?![A-Za-z0-9])`;

const rule = (id: string, keywords: string, pattern: string, flags = ''): SecretRule => ({
  id,
  keywords: keywords.split(' '),
  pattern: new RegExp(`${NOT_AFTER}(?:${pattern})${NOT_BEFORE}`, `g${flags}`),
});

/** For forms that tell by what stands in the middle. */
const marked = (id: string, keywords: string, pattern: string): SecretRule => ({
  id,
  keywords: keywords.split(' '),
  pattern: new RegExp(pattern, 'g'),
});

const HEX = '[0-9a-f]';
const WORD = '[A-Za-z0-9_-]';
const UUID = `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`;

/** Tokens that tell by their form whose they are. The library finds more; those it finds well are not repeated. */
export const TOKEN_RULES: readonly SecretRule[] = [
  // Clouds and hosting
  rule('aws-access-key', 'akia asia abia acca', '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}'),
  rule('aws-bedrock-key', 'absk', 'ABSK[A-Za-z0-9+/]{100,300}={0,2}'),
  rule('heroku-api-key', 'hrku-', 'HRKU-[A-Za-z0-9_-]{30,120}'),
  rule('google-api-key', 'aiza', `AIza${WORD}{35}`),
  rule(
    'google-oauth',
    'ya29. gocspx- 1//0',
    `ya29\\.${WORD}{20,2000}|GOCSPX-${WORD}{20,40}|1//0${WORD}{40,200}`,
  ),
  rule('azure-client-secret', 'q~', '[A-Za-z0-9_~.]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}'),
  marked(
    'azure-key',
    'azfu azse azca acdb +ast +amc +aba +arm +aeh aiot +acr azdo jqqj99',
    '(?<=[A-Za-z0-9+/]{30})(?:(?:AzFu|AzSe|AzCa|ACDb|\\+ASt|\\+AMC|\\+ABa|\\+ARm|\\+AEh|AIoT|\\+ACR|AZDO)[A-Za-z0-9+/]{4,12}|JQQJ99[A-Za-z0-9]{20,60})={0,2}',
  ),
  rule('digitalocean', 'doo_v1_ dop_v1_ dor_v1_', `do[opr]_v1_${HEX}{40,80}`),
  rule('alibaba', 'ltai', 'LTAI[A-Za-z0-9]{16,24}'),
  rule('tencent', 'akid', 'AKID[A-Za-z0-9]{32}'),
  rule('scaleway', 'scw', 'SCW[A-Z0-9]{17}'),
  rule(
    'fly',
    'fo1_ fm1r_ fm2_',
    `fo1_${WORD}{43}|fm1r_[A-Za-z0-9+/]{80,400}={0,2}|fm2_[A-Za-z0-9+/]{80,2000}={0,2}`,
  ),
  rule('render', 'rnd_', 'rnd_[A-Za-z0-9]{24,60}'),
  rule('netlify', 'nfp_ nfc_ nfo_ nfu_', 'nf[pcou]_[A-Za-z0-9]{30,60}'),
  rule('supabase', 'sbp_ sb_secret_', `sbp_${HEX}{40}|sb_secret_${WORD}{20,60}`),
  rule('planetscale', 'pscale_', 'pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.=-]{32,64}'),
  rule('databricks', 'dapi dose', `(?:dapi|dose)${HEX}{32}(?:-\\d)?`),
  rule('cloudflare-origin', 'v1.0-', `v1\\.0-${HEX}{24}-${HEX}{146}`),
  rule('openshift', 'sha256~', `sha256~${WORD}{43}`),
  marked('terraform-cloud', '.atlasv1.', `(?<=[A-Za-z0-9]{14})\\.atlasv1\\.[A-Za-z0-9_=-]{60,80}`),
  rule('pulumi', 'pul-', `pul-${HEX}{40}`),
  rule(
    'doppler',
    'dp.',
    'dp\\.(?:pt|st|ct|sa|scim|audit)\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{30,60}',
  ),
  rule('vault-token', 'hvs. hvb. hvr.', `hv[sbr]\\.${WORD}{24,300}`),
  rule('infisical', 'st.', `st\\.${HEX}{24}\\.${HEX}{32}\\.${HEX}{32}`),
  // Code, builds and packages
  rule(
    'github',
    'ghp_ gho_ ghu_ ghs_ ghr_ github_pat_',
    'gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}',
  ),
  rule(
    'gitlab',
    'glpat- gloas- gldt- glrt- glrtr- glcbt- glptt- glft- glsoat- glimt- glagent- glffct- glwt- gr1348941',
    `gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|soat|imt|agent|ffct|wt)-[A-Za-z0-9_.-]{16,300}|GR1348941${WORD}{20}`,
  ),
  rule('bitbucket', 'atbb', 'ATBB[A-Za-z0-9]{28,40}'),
  rule('npm', 'npm_', 'npm_[A-Za-z0-9]{36}'),
  rule('pypi', 'pypi-age', `pypi-AgE${WORD}{30,1000}`),
  rule('rubygems', 'rubygems_', `rubygems_${HEX}{48}`),
  rule('nuget', 'oy2', 'oy2[a-z0-9]{43}'),
  rule('crates', 'cio', 'cio[A-Za-z0-9]{32}'),
  rule('clojars', 'clojars_', 'CLOJARS_[0-9a-z]{60}', 'i'),
  rule('docker', 'dckr_', `dckr_(?:pat|oat)_${WORD}{27,40}`),
  rule('artifactory', 'akcp cmvmd', 'AKCp[A-Za-z0-9]{59,70}|cmVmdGtuO[A-Za-z0-9]{50,60}'),
  rule('circleci', 'ccipat_ cciprj_', `CCI(?:PAT|PRJ)_[A-Za-z0-9]{20,24}_${HEX}{40}`),
  rule('buildkite', 'bkua_ bkat_ bkct_', `bk(?:ua|at|ct)_[0-9a-z]{40}`),
  rule('sonarqube', 'squ_ sqp_ sqa_', `sq[upa]_${HEX}{40}`),
  rule('postman', 'pmak-', `PMAK-${HEX}{24}-${HEX}{34}`),
  rule('prefect', 'pnu_', 'pnu_[a-z0-9]{36}'),
  rule('readme', 'rdme_', 'rdme_[a-z0-9]{70}'),
  rule('launchdarkly', 'sdk- api-', `(?:sdk|api)-${UUID}`),
  rule('contentful', 'cfpat-', `CFPAT-${WORD}{43}`),
  // Watching
  rule('newrelic', 'nrak- nrii- nriq- nraa- nrra-', 'NR(?:AK|II|IQ|AA|RA)-[A-Za-z0-9_-]{24,60}'),
  marked('newrelic', 'nral', '(?<=[0-9a-f]{30})NRAL'),
  rule(
    'sentry',
    'sntrys_ sntryu_ sntrya_ sntryi_',
    `sntrys_[A-Za-z0-9+/=_-]{40,600}|sntry[uai]_${HEX}{64}`,
  ),
  rule('sentry-dsn', '@', `https?://${HEX}{32}(?::${HEX}{32})?@[A-Za-z0-9.-]{3,100}/\\d{1,20}`),
  rule(
    'grafana',
    'glc_ glsa_ eyjrijoi',
    `glsa_[A-Za-z0-9]{32}_${HEX}{8}|glc_[A-Za-z0-9+/]{32,400}={0,2}|eyJrIjoi[A-Za-z0-9]{60,400}={0,2}`,
  ),
  rule('dynatrace', 'dt0', 'dt0[a-z]\\d{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}'),
  rule('honeycomb', 'hcaik_ hcbik_ hccik_ hcaic_ hcalk_ hcamk_', 'hc[a-z]{2}k_[a-z0-9]{58}'),
  rule('axiom', 'xaat- xapt-', `xa[ap]t-${UUID}`),
  rule(
    'logs-drain',
    'logs',
    'https://[^\\s/@]{4,100}@[a-z0-9.-]{0,60}(?:papertrailapp|logtail|logdna|loggly|sumologic)\\.com',
    'i',
  ),
  // Messages and mail
  rule(
    'slack',
    'xoxa- xoxb- xoxc- xoxd- xoxe xoxo- xoxp- xoxr- xoxs- xapp- xwfp-',
    `xox[a-eoprs][.-](?:xox[bp]-)?[A-Za-z0-9%-]{10,400}|(?:xapp|xwfp)-\\d-?[A-Za-z0-9-]{10,400}`,
  ),
  rule(
    'slack-webhook',
    'hooks.slack',
    'hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/[A-Za-z0-9/_-]{20,200}',
    'i',
  ),
  rule(
    'teams-webhook',
    'webhook.office.com',
    `[a-z0-9.-]{1,60}webhook\\.office\\.com/webhookb2/${UUID}@${UUID}/[A-Za-z0-9/-]{20,200}`,
    'i',
  ),
  rule(
    'teams-webhook',
    'logic.azure.com',
    'logic\\.azure\\.com(?::443)?/[^\\s"\']{10,300}[?&]sig=[A-Za-z0-9_%-]{20,80}',
    'i',
  ),
  rule(
    'google-chat-webhook',
    'chat.googleapis.com',
    'chat\\.googleapis\\.com/v1/spaces/[A-Za-z0-9_-]{1,40}/messages\\?key=[A-Za-z0-9_%&=-]{20,200}',
    'i',
  ),
  rule(
    'discord-webhook',
    'api/webhooks/',
    `discord(?:app)?\\.com/api/webhooks/\\d{15,22}/${WORD}{40,100}`,
    'i',
  ),
  rule('discord', '.', `[MNO][A-Za-z0-9_-]{23,27}\\.${WORD}{6}\\.${WORD}{27,45}`),
  rule('telegram', ':aa', `\\d{8,10}:AA${WORD}{32,35}`),
  rule(
    'zapier-webhook',
    'hooks.zapier.com',
    'hooks\\.zapier\\.com/hooks/catch/\\d{3,12}/[A-Za-z0-9]{5,20}',
    'i',
  ),
  rule('twilio', 'sk', `SK${HEX}{32}`),
  rule('sendgrid', 'sg.', `SG\\.${WORD}{16,32}\\.${WORD}{32,64}`),
  rule('mailgun', 'key- pubkey-', `(?:pub)?key-${HEX}{32}`),
  rule('mailgun', '-', `${HEX}{32}-${HEX}{8}-${HEX}{8}`),
  rule('mailchimp', '-us', `${HEX}{32}-us\\d{1,2}`),
  rule('brevo', 'xkeysib- xsmtpsib-', `x(?:key|smtp)sib-${HEX}{64}-[A-Za-z0-9]{16}`),
  // Money, work and customers
  rule(
    'stripe',
    '_live_ _test_ whsec_',
    '(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10,250}|whsec_[A-Za-z0-9+/=]{20,80}',
  ),
  rule('square', 'eaaa sq0', `EAAA${WORD}{58,64}|sq0(?:atp|csp)-${WORD}{22,43}`),
  rule('facebook', 'eaa', '(?:EAACEdEose0cBA|EAA[A-Za-z0-9])[A-Za-z0-9]{80,400}'),
  rule(
    'braintree',
    'access_token$',
    `access_token\\$(?:production|sandbox)\\$[a-z0-9]{16}\\$${HEX}{32}`,
  ),
  rule('plaid', 'access-', `access-(?:sandbox|development|production)-${UUID}`),
  rule(
    'shopify',
    'shpat_ shpca_ shppa_ shpss_ shptka_',
    `shp(?:at|ca|pa|ss|tka)_[A-Za-z0-9]{32,64}`,
  ),
  rule('shippo', 'shippo_', `shippo_(?:live|test)_${HEX}{40}`),
  rule('easypost', 'ezak eztk', 'EZ[AT]K[A-Za-z0-9]{54}'),
  rule('duffel', 'duffel_', `duffel_(?:test|live)_${WORD}{43}`),
  rule('atlassian', 'atatt3 atctt3 atstt3 atoa', 'AT(?:ATT3|CTT3|STT3|OA)[A-Za-z0-9_=-]{30,400}'),
  rule('airtable', 'pat', `pat[A-Za-z0-9]{14}\\.${HEX}{64}`),
  rule('hubspot', 'pat-', `pat-(?:na|eu)\\d-${UUID}`),
  rule('asana', ':', `\\d/\\d{13,20}:${HEX}{32}`),
  rule('notion', 'ntn_ secret_', 'ntn_[A-Za-z0-9]{40,60}|secret_[A-Za-z0-9]{43}'),
  rule('linear', 'lin_api_ lin_oauth_', 'lin_(?:api|oauth)_[A-Za-z0-9]{32,128}'),
  rule('figma', 'figd_ figu_', `fig[du]_${WORD}{36,200}`),
  rule('frameio', 'fio-u-', 'fio-u-[A-Za-z0-9_=-]{64}'),
  rule('typeform', 'tfp_', 'tfp_[A-Za-z0-9_.=-]{50,64}'),
  rule('dropbox', 'sl.', `sl\\.(?:u\\.)?${WORD}{120,1500}`),
  rule('adobe', 'p8e-', 'p8e-[0-9a-z]{32}', 'i'),
  rule('twitter', 'aaaaaaaaaaaaaaaaaaaa', 'A{20,24}[A-Za-z0-9%]{50,120}'),
  rule('firebase', ':apa91b', `(?<=${WORD}{11}):APA91b${WORD}{120,200}`),
  rule('mapbox', 'sk.eyj', `sk\\.eyJ${WORD}{40,200}\\.${WORD}{20,60}`),
  rule('tailscale', 'tskey-', `tskey-[a-z]{2,20}-[A-Za-z0-9]{8,40}(?:-[A-Za-z0-9]{16,60})?`),
  rule(
    '1password',
    'a3- ops_',
    `A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}|ops_ey[A-Za-z0-9+/=]{100,1500}`,
  ),
  // Models
  rule(
    'openai',
    'sk-proj- sk-svcacct- sk-admin- t3blbkfj',
    `sk-(?:proj|svcacct|admin)-${WORD}{40,250}|sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}`,
  ),
  rule('anthropic', 'sk-ant-', `sk-ant-[a-z]{3,9}\\d{2}-${WORD}{60,200}`),
  rule(
    'model-key',
    'sk-or-v1- pplx- xai- gsk_ r8_ lsv2_ pcsk_ sk-lf- tvly- fw_ csk-',
    `sk-or-v1-${HEX}{64}|pplx-[A-Za-z0-9]{48,64}|xai-[A-Za-z0-9]{60,90}|gsk_[A-Za-z0-9]{50,60}|r8_[A-Za-z0-9]{37}|lsv2_(?:pt|sk)_${HEX}{32}_${HEX}{10}|pcsk_[A-Za-z0-9_]{50,80}|sk-lf-${UUID}|tvly-[A-Za-z0-9-]{30,50}|csk-[a-z0-9]{48}`,
  ),
  rule('model-key', 'sk-', `sk-(?:${HEX}{32}|[A-Za-z0-9]{48})`),
  rule('huggingface', 'hf_ api_org_', '(?:hf|api_org)_[A-Za-z0-9]{30,40}'),
  // No vendor's
  // Begins where a word begins: a run of beginnings is read once.
  marked(
    'jwt',
    'eyj',
    `(?<![A-Za-z0-9_-])(?:eyJ${WORD}{8,4000}\\.eyJ${WORD}{8,8000}\\.${WORD}{8}|eyJ${WORD}{20,2000}\\.${WORD}{0,2000}\\.${WORD}{10,200}\\.${WORD}{10,8000}\\.${WORD}{10})`,
  ),
  rule('age-key', 'age-secret-key-', 'AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{40,80}', 'i'),
  rule('private-key', 'b3blbnnzac1rzxktdje', 'b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/=]{20,200}'),
  rule(
    'signed-url',
    'signature= sig=',
    `(?:X-Amz-Signature|X-Goog-Signature|Signature|sig)=[A-Za-z0-9%+/_-]{40,800}={0,2}`,
    'i',
  ),
  rule(
    'password-hash',
    '$',
    '\\$(?:2[abxy]|apr1|1|5|6|y|gy|7|argon2(?:id|i|d)|scrypt|pbkdf2[a-z0-9-]{0,12})\\$[A-Za-z0-9./+=,$-]{20,200}',
  ),
];
