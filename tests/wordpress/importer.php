<?php
// What the plugin "WordPress Importer" does with an export. The plugin itself is in no registry of
// packages; where WORDPRESS_IMPORTER names its folder, it is used instead of this.

/** Imports an export and returns what the plugin would complain about. */
function import(string $file): array
{
    $complaints = [];
    $xml = simplexml_load_file($file, SimpleXMLElement::class, LIBXML_NONET);
    $names = $xml->getDocNamespaces();
    $wp = $names['wp'] ?? '';
    if (!preg_match('/^\d+\.\d+$/', (string) $xml->channel->children($wp)->wxr_version)) {
        return ['no WXR version'];
    }
    foreach ($xml->channel->children($wp)->category as $category) {
        $fields = $category->children($wp);
        [, $complaints[]] = term('category', $fields->category_nicename, $fields->cat_name, '');
    }
    foreach ($xml->channel->children($wp)->term as $term) {
        $fields = $term->children($wp);
        [, $complaints[]] = term(
            $fields->term_taxonomy,
            $fields->term_slug,
            $fields->term_name,
            $fields->term_description
        );
    }
    foreach ($xml->channel->item as $item) {
        array_push($complaints, ...post($item, $names));
    }
    return array_values(array_filter($complaints));
}

/** Returns the id of a term, made if need be, and the complaint if its taxonomy is unknown. */
function term(string $taxonomy, string $slug, string $name, string $description): array
{
    $found = term_exists($slug, $taxonomy) ?: wp_insert_term(
        wp_slash($name),
        $taxonomy,
        ['slug' => $slug, 'description' => wp_slash($description)]
    );
    $failed = is_wp_error($found);
    return [$failed ? 0 : (int) $found['term_id'], $failed ? "Failed to import $taxonomy $name" : ''];
}

/** Makes a post with its terms and meta, under its own id if that is free. */
function post(SimpleXMLElement $item, array $names): array
{
    $fields = $item->children($names['wp']);
    $title = (string) $item->title;
    $type = (string) $fields->post_type;
    if (!post_type_exists($type)) {
        return ["Failed to import “{$title}”: Invalid post type $type"];
    }
    $complaints = [];
    if ($id = post_exists($title, '', (string) $fields->post_date, $type)) {
        $label = get_post_type_object($type)->labels->singular_name;
        $complaints[] = "$label “{$title}” already exists.";  // terms and meta are added to that one
    } else {
        $id = insert($item, $fields, $names);
    }
    $terms = [];
    foreach ($item->category as $category) {
        [$term, $complaints[]] = term($category['domain'], $category['nicename'], $category, '');
        $terms[(string) $category['domain']][] = $term;
    }
    foreach ($terms as $taxonomy => $ids) {
        wp_set_post_terms($id, array_filter($ids), $taxonomy);
    }
    foreach ($fields->postmeta as $meta) {
        [$key, $value] = [(string) $meta->meta_key, (string) $meta->meta_value];
        add_post_meta($id, wp_slash($key), wp_slash(maybe_unserialize($value)));
    }
    return $complaints;
}

function insert(SimpleXMLElement $item, SimpleXMLElement $fields, array $names): int
{
    $login = (string) $item->children($names['dc'])->creator;
    $author = get_user_by('login', $login)->ID ?? wp_create_user($login, 'secret');
    return wp_insert_post(wp_slash([
        'import_id' => (int) $fields->post_id,
        'post_author' => $author,
        'post_date' => (string) $fields->post_date,
        'post_date_gmt' => (string) $fields->post_date_gmt,
        'post_content' => (string) $item->children($names['content'])->encoded,
        'post_excerpt' => (string) $item->children($names['excerpt'])->encoded,
        'post_title' => (string) $item->title,
        'post_status' => (string) $fields->status,
        'post_name' => (string) $fields->post_name,
        'comment_status' => (string) $fields->comment_status,
        'ping_status' => (string) $fields->ping_status,
        'guid' => (string) $item->guid,
        'menu_order' => (int) $fields->menu_order,
        'post_type' => (string) $fields->post_type,
        'post_password' => (string) $fields->post_password,
    ]));
}
