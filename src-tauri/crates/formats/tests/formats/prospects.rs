use formats::{
    people::{Field, Further, Kind, Language, Layout, Product, SHEET_HEADER, WarningKind, recognise},
    table::{self, ReadOptions},
};

use crate::support::{People, fixture, table as text_table};

fn layout(header: &str) -> (Vec<String>, Layout) {
    let header: Vec<String> = header.split(',').map(str::to_owned).collect();
    let layout = recognise(&header);
    (header, layout)
}

/// Name of the column each field was given.
fn named(header: &str, field: Field) -> Option<String> {
    let (names, layout) = layout(header);
    layout.column(field).map(|column| names[column].clone())
}

const APOLLO: &str = "First Name,Last Name,Title,Company Name,Company Name for Emails,Email,Email Status,Primary Email Source,Email Confidence,Seniority,Departments,Contact Owner,Work Direct Phone,Home Phone,Mobile Phone,Corporate Phone,Other Phone,Stage,Lists,Last Contacted,Account Owner,# Employees,Industry,Keywords,Person Linkedin Url,Website,Company Linkedin Url,Facebook Url,Twitter Url,City,State,Country,Company Address,Company City,Company State,Company Country,Company Phone,Technologies,Annual Revenue,Email Sent,Email Open,Replied,Apollo Contact Id,Apollo Account Id,Secondary Email";
const HUBSPOT: &str = "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Lifecycle Stage,Create Date,Last Activity Date,Associated Company,Associated Company IDs,Job Title,Company Name,Website URL,City,State/Region,Country/Region,Original Source";
const SALESFORCE: &str = "Salutation,First Name,Last Name,Title,Account Name,Mailing Street,Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Phone,Mobile,Email,Account Owner";
const GOOGLE: &str = "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - City,Address 1 - Country,Website 1 - Label,Website 1 - Value";
const OUTLOOK: &str = "First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,Location,Language,Notes,E-mail Address,E-mail 2 Address,Primary Phone,Home Phone,Mobile Phone,Company Main Phone,Business Phone,Assistant's Phone,Company,Job Title,Department,Business City,Business Country,Keywords,Categories";

#[test]
fn apollo_columns_are_recognised_and_its_decoys_are_not() {
    for (field, column) in [
        (Field::Title, "Title"),
        (Field::Company, "Company Name"),
        (Field::Email, "Email"),
        (Field::Phone, "Mobile Phone"),
        (Field::LinkedInUrl, "Person Linkedin Url"),
        (Field::Website, "Website"),
        (Field::City, "City"),
        (Field::Country, "Country"),
        (Field::Status, "Stage"),
        (Field::Tags, "Lists"),
        (Field::ExternalId, "Apollo Contact Id"),
    ] {
        assert_eq!(named(APOLLO, field).as_deref(), Some(column), "{field:?}");
    }
    let (_, layout) = layout(APOLLO);
    for decoy in
        ["Company Name for Emails", "Email Status", "Company Linkedin Url", "Company City", "Company Phone", "Primary Email Source"]
    {
        assert!(layout.unmatched.iter().any(|name| name == decoy), "{decoy}");
    }
}

#[test]
fn the_other_systems_are_recognised() {
    for (header, field, column) in [
        (HUBSPOT, Field::ExternalId, "Record ID"),
        (HUBSPOT, Field::Company, "Company Name"),
        (HUBSPOT, Field::Title, "Job Title"),
        (HUBSPOT, Field::Status, "Lead Status"),
        (HUBSPOT, Field::AddedOn, "Create Date"),
        (HUBSPOT, Field::Country, "Country/Region"),
        (HUBSPOT, Field::Source, "Original Source"),
        (SALESFORCE, Field::Company, "Account Name"),
        (SALESFORCE, Field::Title, "Title"),
        (SALESFORCE, Field::City, "Mailing City"),
        (SALESFORCE, Field::Phone, "Phone"),
        (GOOGLE, Field::Email, "E-mail 1 - Value"),
        (GOOGLE, Field::Phone, "Phone 1 - Value"),
        (GOOGLE, Field::Company, "Organization Name"),
        (GOOGLE, Field::Title, "Organization Title"),
        (GOOGLE, Field::Tags, "Labels"),
        (OUTLOOK, Field::Title, "Job Title"),
        (OUTLOOK, Field::Email, "E-mail Address"),
        (OUTLOOK, Field::Phone, "Primary Phone"),
        (OUTLOOK, Field::Company, "Company"),
        (OUTLOOK, Field::City, "Business City"),
    ] {
        assert_eq!(named(header, field).as_deref(), Some(column), "{field:?}");
    }
}

#[test]
fn the_product_is_told_by_its_columns() {
    for (header, product) in [
        (APOLLO, Some(Product::Apollo)),
        (HUBSPOT, Some(Product::HubSpot)),
        (SALESFORCE, Some(Product::Salesforce)),
        (GOOGLE, Some(Product::Google)),
        (OUTLOOK, Some(Product::Outlook)),
        ("Nom,Prénom,E-mail,Société", None),
        ("First Name,Last Name,URL,Email Address,Company,Position,Connected On", None),
    ] {
        assert_eq!(layout(header).1.product, product, "{header}");
    }
    let (names, found) = layout(GOOGLE);
    assert_eq!(found.column(Field::OtherEmail).map(|at| names[at].as_str()), Some("E-mail 2 - Value"));
    assert!(!found.unmatched.iter().any(|name| name == "E-mail 2 - Label"), "it says what the address is for");
}

#[test]
fn further_addresses_of_a_list_of_no_product_stand_behind_the_first() {
    let found = People::of(text_table("Name,E-mail,Secondary Email,Mobile,Phone,Opted out\nAnn,,a@b.fr,0612345678,0123456789,yes\n"));
    let ann = &found.people[0];
    assert_eq!(
        (ann.email.as_deref(), ann.phone.as_deref(), ann.status.as_deref()),
        (Some("a@b.fr"), Some("0123456789"), Some("do not contact"))
    );
    assert_eq!(ann.further, [Further::Phone { label: String::new(), value: "0612345678".into() }]);
}

#[test]
fn a_civility_is_no_job_title() {
    assert_eq!(named("First Name,Last Name,Title,Suffix,Initials,E-mail Address", Field::Title), None);
    assert_eq!(named("Salutation,First Name,Last Name,Title,Email", Field::Title).as_deref(), Some("Title"));
}

#[test]
fn nom_is_the_family_name_only_beside_a_given_name() {
    assert_eq!(named("Nom,Prénom,Courriel,Société", Field::LastName).as_deref(), Some("Nom"));
    assert_eq!(named("Nom,Courriel,Société", Field::FullName).as_deref(), Some("Nom"));
}

#[test]
fn the_sheet_of_eleven_columns_is_recognised_exactly() {
    let expected = [
        Field::ExternalId,
        Field::FullName,
        Field::Company,
        Field::Title,
        Field::LinkedInUrl,
        Field::Location,
        Field::AddedOn,
        Field::Status,
        Field::MessageSent,
        Field::FollowUpCount,
        Field::Notes,
    ];
    for apostrophe in ["'", "’", "ʼ"] {
        let (_, layout) = layout(&SHEET_HEADER.join(",").replace('\'', apostrophe));
        assert_eq!(layout.kind, Kind::RainmakerSheet);
        assert_eq!(layout.columns, expected.map(Some));
    }
    let (_, bare) = layout(&SHEET_HEADER.join(",").to_uppercase().replace('É', "E"));
    assert_eq!(bare.kind, Kind::RainmakerSheet);
}

#[test]
fn our_own_headings_are_recognised_in_both_languages() {
    for language in [Language::Fr, Language::En] {
        let header: Vec<String> = Field::ALL.iter().map(|field| field.heading(language).to_owned()).collect();
        assert_eq!(recognise(&header).columns, Field::ALL.map(Some), "{language:?}");
    }
}

#[test]
fn a_french_sheet_of_excel_is_read_whole() {
    let table = table::open(&fixture("prospects-fr.csv"), &ReadOptions::default()).unwrap();
    assert!(table.info().had_bom);
    let found = People::of(table);
    assert_eq!(found.layout.unwrap().kind, Kind::RainmakerSheet);
    assert_eq!((found.people.len(), found.rejected.len(), found.blank), (3, 0, 1));
    let claire = &found.people[0];
    assert_eq!((claire.first_name.as_deref(), claire.last_name.as_deref()), (Some("Claire"), Some("DUBOIS")));
    assert_eq!(claire.full_name.as_deref(), Some("Claire DUBOIS"));
    assert_eq!(claire.added_date.unwrap().to_string(), "2024-03-12");
    assert_eq!(claire.notes.as_deref(), Some("Rappeler après\nle salon ; préfère l'e-mail"));
    assert_eq!(claire.follow_up_count.as_deref(), Some("2"));
    assert_eq!(found.people[1].last_name.as_deref(), Some("de Gaulle"));
    assert_eq!(found.people[2].last_name.as_deref(), Some("Van den Berg"));
}

#[test]
fn a_row_that_names_nobody_is_rejected_with_its_reason() {
    let found = People::of(text_table("Name,Email,Company\n,,Acme\n,not-an-address,Acme\nAnn,not-an-address,\n,a@b.fr,\n"));
    assert_eq!(found.reasons(), [(2, "no_identity"), (3, "bad_email")]);
    assert_eq!(found.people.len(), 2);
    assert_eq!(found.people[0].warnings[0].kind, WarningKind::BadEmail);
}

#[test]
fn nothing_is_cut_a_value_too_long_rejects_its_row() {
    let limits = [("First name", 200), ("Company", 300), ("Job title", 300), ("Location", 300), ("Email", 254), ("Notes", 20_000)];
    for (column, limit) in limits {
        let fits = if column == "Email" {
            format!("{}@{}.fr", "a".repeat(60), format!("{}.", "b".repeat(60)).repeat(3) + "abc")
        } else {
            "é".repeat(limit)
        };
        let found = People::of(text_table(format!("Last name,{column}\nLee,{fits}\nLee,{}\n", "é".repeat(limit + 1))));
        assert_eq!(found.people.len(), 1, "{column}");
        assert_eq!(found.reasons(), [(3, "too_long")], "{column}");
        assert!(found.rejected[0].reason.detail().ends_with(&format!("{} > {limit}", limit + 1)));
    }
}

#[test]
fn a_row_with_too_many_cells_is_rejected_and_a_short_one_filled_up() {
    let found = People::of(text_table("Name,Email,Company\nAnn,a@b.fr\nBob,b@b.fr,Acme,extra\nEve,e@b.fr,Acme,,\n"));
    assert_eq!(found.reasons(), [(3, "too_many_cells")]);
    assert_eq!(found.people.iter().map(|p| p.line).collect::<Vec<_>>(), [2, 4]);
}

#[test]
fn letters_lost_on_the_way_are_not_written_to_anyone() {
    let found = People::of(text_table("Name,Email,Notes\nRen\u{fffd}e,a@b.fr,\nAnn,b@b.fr,caf\u{fffd}\n"));
    assert_eq!(found.reasons(), [(2, "unreadable_text")]);
    assert_eq!(found.people[0].notes.as_deref(), Some("caf\u{fffd}"));
}

#[test]
fn the_closing_lines_of_a_report_are_no_people() {
    let found = People::of(text_table(
        "First Name,Last Name,Email\nAnn,Lee,a@b.fr\n\n\"Copyright (c) 2000-2024 salesforce.com, inc.\"\n\"Confidential Information - Do Not Distribute\"\n",
    ));
    assert_eq!(found.people.len(), 1);
    assert_eq!(found.reasons(), [(4, "footer"), (5, "footer")]);
}

#[test]
fn a_profile_in_the_column_of_the_site_is_a_profile() {
    let found = People::of(text_table("Company,Website\nAcme,https://www.linkedin.com/in/ann%20lee\nAcme,https://acme.fr\n"));
    assert_eq!(found.people[0].linkedin_url.as_deref(), Some("https://www.linkedin.com/in/ann%20lee"));
    assert_eq!(found.reasons(), [(3, "no_identity")]);
}

#[test]
fn the_quote_some_exports_put_before_phones_is_taken_off() {
    let found = People::of(text_table("Name,Phone\nAnn,'+33 6 12 34 56 78\nBob,'0612345678 ::: 0123456789\n"));
    assert_eq!(found.people[0].phone.as_deref(), Some("+33 6 12 34 56 78"));
    assert_eq!(found.people[1].phone.as_deref(), Some("0612345678"));
    assert_eq!(
        found.people[1].further,
        [Further::Phone { label: String::new(), value: "0123456789".into() }],
        "the second stands behind it"
    );
}
