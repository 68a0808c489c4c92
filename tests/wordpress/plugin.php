<?php
// Imports with the real plugin "WordPress Importer", from the folder in WORDPRESS_IMPORTER.

require getenv('WORDPRESS_IMPORTER') . '/wordpress-importer.php';

/** Imports an export, authors under their own names, and returns what the plugin says. */
function import(string $file): array
{
    $importer = new WP_Import();
    foreach (array_keys($importer->parse($file)['authors']) as $number => $login) {
        $_POST['imported_authors'][$number] = $login;
        $_POST['user_map'][$number] = get_user_by('login', $login)->ID ?? 0;
    }
    ob_start();
    $importer->import($file);
    $lines = preg_split('~<br ?/?>|</p>~', ob_get_clean());
    $said = array_filter(array_map(fn ($line) => trim(html_entity_decode(strip_tags($line))), $lines));
    return array_values(preg_grep('/^(All done|Remember)/', $said, PREG_GREP_INVERT));
}
